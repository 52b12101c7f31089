// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.nifi.components.AllowableValue;
import org.apache.nifi.components.ConfigurableComponent;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.controller.ControllerService;
import org.apache.nifi.flow.ConnectableComponent;
import org.apache.nifi.flow.VersionedComponent;
import org.apache.nifi.flow.VersionedConfigurableExtension;
import org.apache.nifi.flow.VersionedConnection;
import org.apache.nifi.flow.VersionedControllerService;
import org.apache.nifi.flow.VersionedParameter;
import org.apache.nifi.flow.VersionedPort;
import org.apache.nifi.flow.VersionedProcessor;
import org.apache.nifi.processor.Processor;
import org.apache.nifi.processor.Relationship;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every template fits the components we ship, so that an import never shows a ghost or an invalid processor. Whether NiFi's own
 * components fit is seen where a template runs on a real NiFi.
 */
class TemplatesTest {

    private static final Pattern PARAMETER = Pattern.compile("#\\{([^}]+)}");

    private static final String OURS = "org.nifiquantum.";

    /** What every NiFi has; the rest would be a ghost for many. */
    private static final Set<String> BUNDLES_OF_NIFI = Set.of(
            "nifi-standard-nar",
            "nifi-update-attribute-nar",
            "nifi-distributed-cache-services-nar",
            "nifi-http-context-map-nar");

    private static final Map<String, Processor> PROCESSORS = byType(Processor.class);
    private static final Map<String, ControllerService> SERVICES = byType(ControllerService.class);

    private static <T> Map<String, T> byType(Class<T> kind) {
        return ServiceLoader.load(kind).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toMap(component -> component.getClass().getName(), Function.identity()));
    }

    static List<Template> templates() {
        return Template.all();
    }

    @Test
    void thereAreTemplatesAndComponents() {
        assertAll(
                () -> assertFalse(templates().isEmpty(), "no template in " + Template.folder()),
                () -> assertEquals(9, PROCESSORS.size(), () -> "processors " + PROCESSORS.keySet()),
                () -> assertFalse(SERVICES.isEmpty(), "no controller service"));
    }

    @Test
    void eachTemplateHasAParameterContextOfItsOwn() {
        // NiFi binds an imported flow to an existing context of the same name, and the values there win.
        List<String> names = templates().stream()
                .map(template -> template.parameterContext().getName())
                .toList();
        assertEquals(new HashSet<>(names).size(), names.size(), () -> "context names " + names);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTypeIsKnownAndThePropertiesOfOursFit(Template template) {
        for (VersionedProcessor processor : template.group().getProcessors()) {
            requireFitting(processor, PROCESSORS.get(processor.getType()));
        }
        for (VersionedControllerService service : template.group().getControllerServices()) {
            requireFitting(service, SERVICES.get(service.getType()));
        }
    }

    private static void requireFitting(VersionedConfigurableExtension given, ConfigurableComponent known) {
        if (!given.getType().startsWith(OURS)) {
            assertTrue(BUNDLES_OF_NIFI.contains(given.getBundle().getArtifact()), given.getName());
            return;
        }
        assertNotNull(known, () -> given.getType() + " is in none of our service files");
        assertEquals("nifi-quantum-nar", given.getBundle().getArtifact(), given.getName());
        Map<String, PropertyDescriptor> descriptors = known.getPropertyDescriptors().stream()
                .collect(Collectors.toMap(PropertyDescriptor::getName, Function.identity()));
        Set<String> unknown = new TreeSet<>(given.getProperties().keySet());
        unknown.removeAll(descriptors.keySet());
        assertTrue(unknown.isEmpty(), () -> "%s has no property %s".formatted(given.getType(), unknown));
        descriptors.forEach((name, descriptor) -> requireFitting(
                given, descriptor, Optional.ofNullable(given.getProperties().get(name))));
    }

    private static void requireFitting(
            VersionedConfigurableExtension given, PropertyDescriptor descriptor, Optional<String> value) {
        String place = "%s, %s".formatted(given.getName(), descriptor.getName());
        boolean applies = descriptor.getDependencies().stream()
                .allMatch(dependency -> given.getProperties().get(dependency.getPropertyName()) != null);
        // What a flow does not mention has its default, as in flows of users that are older than the property.
        boolean optional = !descriptor.isRequired() || descriptor.getDefaultValue() != null;
        assertTrue(value.isPresent() || optional || !applies, () -> place + " is required");
        assertFalse(
                descriptor.isSensitive()
                        && value.filter(text -> !PARAMETER.matcher(text).matches())
                                .isPresent(),
                () -> place + " is sensitive and has a value");
        if (value.isPresent() && descriptor.getControllerServiceDefinition() != null) {
            assertTrue(
                    given.getPropertyDescriptors().get(descriptor.getName()).getIdentifiesControllerService(),
                    () -> place + " does not say that it refers to a service");
        }
    }

    private static List<VersionedProcessor> ours(Template template) {
        return template.group().getProcessors().stream()
                .filter(processor -> processor.getType().startsWith(OURS))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void chosenValuesAreAllowed(Template template) {
        Map<String, String> parameters = template.parameterContext().getParameters().stream()
                .filter(parameter -> !parameter.isSensitive())
                .collect(Collectors.toMap(VersionedParameter::getName, VersionedParameter::getValue));
        for (VersionedProcessor processor : ours(template)) {
            for (PropertyDescriptor descriptor :
                    PROCESSORS.get(processor.getType()).getPropertyDescriptors()) {
                if (descriptor.getAllowableValues() == null) {
                    continue;
                }
                String value = PARAMETER
                        .matcher(processor
                                .getProperties()
                                .getOrDefault(descriptor.getName(), descriptor.getDefaultValue()))
                        .replaceAll(match -> parameters.get(match.group(1)));
                Set<String> allowed = descriptor.getAllowableValues().stream()
                        .map(AllowableValue::getValue)
                        .collect(Collectors.toSet());
                assertTrue(
                        allowed.contains(value),
                        () -> "%s, %s: %s is not among %s"
                                .formatted(processor.getName(), descriptor.getName(), value, allowed));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void servicesThatAreReferredToAreIncluded(Template template) {
        Set<String> included = template.group().getControllerServices().stream()
                .map(VersionedComponent::getIdentifier)
                .collect(Collectors.toSet());
        for (VersionedProcessor processor : template.group().getProcessors()) {
            processor.getPropertyDescriptors().forEach((name, descriptor) -> {
                if (descriptor.getIdentifiesControllerService()) {
                    assertTrue(
                            included.contains(processor.getProperties().get(name)),
                            () -> "%s, %s refers to no service of the template".formatted(processor.getName(), name));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyRelationshipLeadsSomewhere(Template template) {
        for (VersionedProcessor processor : ours(template)) {
            Set<String> handled = new TreeSet<>(processor.getAutoTerminatedRelationships());
            template.group().getConnections().stream()
                    .filter(connection -> connection.getSource().getId().equals(processor.getIdentifier()))
                    .forEach(connection -> handled.addAll(connection.getSelectedRelationships()));
            Set<String> known = PROCESSORS.get(processor.getType()).getRelationships().stream()
                    .map(Relationship::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(known, handled, processor.getName());
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyPortIsConnected(Template template) {
        Set<String> ends = template.group().getConnections().stream()
                .flatMap(connection -> Stream.of(connection.getSource(), connection.getDestination()))
                .map(ConnectableComponent::getId)
                .collect(Collectors.toSet());
        for (VersionedPort port : Stream.of(
                        template.group().getInputPorts(), template.group().getOutputPorts())
                .flatMap(Set::stream)
                .toList()) {
            assertTrue(ends.contains(port.getIdentifier()), () -> port.getName() + " is not connected");
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void connectionEndsExist(Template template) {
        Map<String, String> names = template.connectables()
                .collect(Collectors.toMap(VersionedComponent::getIdentifier, VersionedComponent::getName));
        for (VersionedConnection connection : template.group().getConnections()) {
            for (ConnectableComponent end : List.of(connection.getSource(), connection.getDestination())) {
                assertEquals(names.get(end.getId()), end.getName(), () -> "an end of " + connection.getIdentifier());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void parametersAreDefinedUsedAndDescribed(Template template) {
        Set<String> defined = new TreeSet<>();
        for (VersionedParameter parameter : template.parameterContext().getParameters()) {
            defined.add(parameter.getName());
            assertFalse(parameter.getDescription().isBlank(), () -> parameter.getName() + " has no description");
            assertFalse(
                    parameter.isSensitive() && parameter.getValue() != null,
                    () -> parameter.getName() + " is sensitive and has a value");
        }
        Set<String> used = Stream.concat(
                        template.group().getProcessors().stream(), template.group().getControllerServices().stream())
                .flatMap(component -> component.getProperties().values().stream())
                .flatMap(value -> PARAMETER.matcher(value).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(defined, used);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void identifiersAreUnique(Template template) {
        Set<String> seen = new HashSet<>();
        template.components()
                .forEach(component -> assertTrue(
                        seen.add(component.getIdentifier()),
                        () -> "%s has the identifier of another".formatted(component.getName())));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void groupProcessorsAndServicesExplainThemselves(Template template) {
        Stream<VersionedComponent> explained = Stream.of(
                        Set.of(template.group()),
                        template.group().getProcessors(),
                        template.group().getControllerServices())
                .flatMap(components -> components.stream().map(VersionedComponent.class::cast));
        explained.forEach(component -> assertFalse(
                component.getComments() == null || component.getComments().isBlank(),
                () -> component.getName() + " has no comment"));
    }
}
