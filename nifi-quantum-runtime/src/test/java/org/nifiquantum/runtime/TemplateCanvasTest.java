// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.nifi.flow.ComponentType;
import org.apache.nifi.flow.Position;
import org.apache.nifi.flow.VersionedComponent;
import org.apache.nifi.flow.VersionedConnection;
import org.apache.nifi.flow.VersionedLabel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person sees of a template: nothing hides behind anything, and everything stands on NiFi's grid. */
class TemplateCanvasTest {

    private static final double GRID = 8;
    private static final double CONNECTION_LABEL_WIDTH = 224;
    private static final double CONNECTION_LABEL_HEIGHT = 48;

    /** A component's place on the canvas; sizes are those NiFi draws. */
    private record Box(String name, double left, double top, double width, double height) {

        static Box of(VersionedComponent component) {
            double width = width(component.getComponentType());
            double height = height(component.getComponentType());
            Position corner = component.getPosition();
            return new Box(component.getName(), corner.getX(), corner.getY(), width, height);
        }

        static Box of(VersionedLabel label) {
            Position corner = label.getPosition();
            return new Box(label.getLabel(), corner.getX(), corner.getY(), label.getWidth(), label.getHeight());
        }

        static Box ofLabel(VersionedConnection connection) {
            Position centre = connection.getBends().get(connection.getLabelIndex());
            return new Box(
                    connection.getSelectedRelationships().toString(),
                    centre.getX() - CONNECTION_LABEL_WIDTH / 2,
                    centre.getY() - CONNECTION_LABEL_HEIGHT / 2,
                    CONNECTION_LABEL_WIDTH,
                    CONNECTION_LABEL_HEIGHT);
        }

        private static double width(ComponentType type) {
            return switch (type) {
                case PROCESSOR -> 352;
                case INPUT_PORT, OUTPUT_PORT -> 240;
                case FUNNEL -> 48;
                default -> throw new IllegalArgumentException("no size is known of a " + type);
            };
        }

        private static double height(ComponentType type) {
            return switch (type) {
                case PROCESSOR -> 128;
                case INPUT_PORT, OUTPUT_PORT, FUNNEL -> 48;
                default -> throw new IllegalArgumentException("no size is known of a " + type);
            };
        }

        boolean overlaps(Box other) {
            return left < other.left + other.width
                    && other.left < left + width
                    && top < other.top + other.height
                    && other.top < top + height;
        }

        boolean contains(Box other) {
            return left <= other.left
                    && top <= other.top
                    && other.left + other.width <= left + width
                    && other.top + other.height <= top + height;
        }
    }

    static List<Template> templates() {
        return Template.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everythingStandsOnTheGrid(Template template) {
        Stream<Position> bends =
                template.group().getConnections().stream().flatMap(connection -> connection.getBends().stream());
        Stream<Position> corners = Stream.concat(template.connectables(), template.group().getLabels().stream())
                .map(VersionedComponent::getPosition);
        Stream.concat(bends, corners).forEach(position -> {
            assertTrue(position.getX() % GRID == 0 && position.getY() % GRID == 0, position::toString);
        });
    }

    @ParameterizedTest
    @MethodSource("templates")
    void componentsAndTheLabelsOfBentConnectionsDoNotOverlap(Template template) {
        Stream<Box> connectionLabels = template.group().getConnections().stream()
                .filter(connection -> !connection.getBends().isEmpty())
                .map(Box::ofLabel);
        requireApart(Stream.concat(template.connectables().map(Box::of), connectionLabels)
                .toList());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void stagesDoNotOverlapAndHoldTheirComponentsWhole(Template template) {
        List<Box> stages = template.group().getLabels().stream().map(Box::of).toList();
        requireApart(stages);
        for (Box component : template.connectables().map(Box::of).toList()) {
            for (Box stage : stages) {
                assertTrue(
                        stage.contains(component) || !stage.overlaps(component),
                        () -> "[%s] is half inside of [%s]".formatted(component.name(), stage.name()));
            }
        }
    }

    private static void requireApart(List<Box> boxes) {
        List<Box> earlier = new ArrayList<>();
        for (Box box : boxes) {
            for (Box other : earlier) {
                assertFalse(box.overlaps(other), () -> "[%s] overlaps [%s]".formatted(box.name(), other.name()));
            }
            earlier.add(box);
        }
    }
}
