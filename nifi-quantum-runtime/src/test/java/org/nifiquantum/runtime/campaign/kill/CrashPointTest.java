// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrashPointTest {

    /** A point that nobody passes any more would never be noticed, but in the campaign. NiFi's own are fixed by its version. */
    @ParameterizedTest
    @EnumSource(CrashPoint.class)
    void ourMethodsAreStillThere(CrashPoint point) throws ClassNotFoundException {
        for (Place place : point.backends().stream()
                .flatMap(road -> point.places(road).stream())
                .toList()) {
            for (String type : place.classes()) {
                if (type.startsWith("org.nifiquantum.")) {
                    assertTrue(
                            methods(Class.forName(type))
                                    .anyMatch(method -> method.getName().equals(place.method())
                                            && !Modifier.isAbstract(method.getModifiers())),
                            () -> "%s has no method %s".formatted(type, place.method()));
                }
            }
            if (!place.within().isEmpty()) {
                assertEquals(
                        place.within(),
                        Class.forName("org.nifiquantum.processors." + place.within())
                                .getSimpleName());
            }
        }
    }

    private static Stream<Method> methods(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(declaring -> Arrays.stream(declaring.getDeclaredMethods()));
    }

    @Test
    void labelsAreUniqueAndFitTheCommandLine() {
        List<String> labels =
                Arrays.stream(CrashPoint.values()).map(CrashPoint::label).toList();
        assertAll(
                () -> assertEquals(labels.size(), new HashSet<>(labels).size()),
                () -> assertTrue(labels.stream().allMatch(label -> label.matches("[a-z-]+")), labels::toString));
    }

    @Test
    void onlyTheProviderCanTakeAJobWhoseAnswerIsNotRead() {
        assertEquals(
                Set.of(BackendKind.LOOPBACK, BackendKind.IONQ, BackendKind.BRAKET),
                CrashPoint.SUBMIT_ANSWERED.backends());
        assertEquals(Set.of(BackendKind.LOOPBACK, BackendKind.IONQ), CrashPoint.SUBMIT_LOOKING.backends());
        assertEquals(Set.of(BackendKind.values()), CrashPoint.POLL_DUE.backends());
        assertEquals(BackendKind.LOOPBACK, plan(2).road(1, CrashPoint.SUBMIT_ANSWERED));
    }

    @Test
    void pointsThatNoRoadComesByAreLeftOut() {
        KillPlan plan = new KillPlan(List.of(BackendKind.IONQ), List.of(CrashPoint.values()), 5, 0, 1);
        assertTrue(plan.points().contains(CrashPoint.POLL_COMMITTED));
        assertFalse(plan.points().contains(CrashPoint.OPTIMIZE_TAKEN));
    }

    private static KillPlan plan(int times) {
        return new KillPlan(List.of(BackendKind.LOOPBACK, BackendKind.EMBEDDED), List.of(), times, 0, 1);
    }

    /** A commit of SubmitCircuit is by turns that of the mark and that of the submission. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 7, 20})
    void hitsGoFromTheBeginningOfTheLoopToItsEnd(int times) {
        KillPlan plan = plan(times);
        List<Integer> onTheProvidersRoad = IntStream.range(0, times)
                .filter(i -> plan.road(i) == BackendKind.LOOPBACK)
                .map(i -> plan.hit(i, BackendKind.LOOPBACK))
                .boxed()
                .toList();
        assertEquals(3, plan.hit(0, BackendKind.LOOPBACK));
        assertEquals(30, plan.hit(times - 1, BackendKind.LOOPBACK));
        assertTrue(plan.hit(times - 1, BackendKind.LOOPBACK) < KillPlan.jobsNeeded());
        if (times > 2) {
            assertTrue(onTheProvidersRoad.stream().anyMatch(hit -> hit % 2 == 0), onTheProvidersRoad::toString);
            assertTrue(onTheProvidersRoad.stream().anyMatch(hit -> hit % 2 == 1), onTheProvidersRoad::toString);
        }
    }

    @Test
    void aSingleKillIsInTheMiddle() {
        int hit = plan(1).hit(0, BackendKind.LOOPBACK);
        assertFalse(hit < 10 || hit > 25, () -> "hit " + hit);
    }
}
