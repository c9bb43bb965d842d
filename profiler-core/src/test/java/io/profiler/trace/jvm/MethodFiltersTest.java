// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MethodFiltersTest {

    private static final long KEPT = 100;
    private static final MethodPattern ALWAYS = MethodPattern.parse("a.Always::is");
    private static final MethodPattern ONE = MethodPattern.parse("a.A::one");
    private static final MethodPattern OTHER = MethodPattern.parse("a.A::other");

    private final MethodFilters filters = new MethodFilters(List.of(ALWAYS), KEPT);

    @Test
    void whatIsAskedForIsWantedBesideWhatAlwaysIs() {
        assertThat(filters.ask(ONE, 1)).isNull();
        assertThat(filters.ask(ALWAYS, 1)).isNull();

        assertThat(filters.all()).containsExactlyInAnyOrder(ALWAYS, ONE);
    }

    @Test
    void itIsToldFromWhenTheJvmHasTakenNoteOfIt() {
        filters.ask(ONE, 1);
        assertThat(filters.isBehind()).isTrue();
        assertThat(filters.areToldSince(10, Set.of(ONE))).isFalse();

        filters.told(filters.all(), 5);

        assertThat(filters.isBehind()).isFalse();
        assertThat(filters.areToldSince(10, Set.of(ONE, ALWAYS))).isTrue();
        assertThat(filters.areToldSince(5, Set.of(ONE))).isFalse();
        assertThat(filters.areToldSince(1, Set.of(ALWAYS))).isTrue();
        assertThat(filters.areToldSince(10, Set.of(ONE, OTHER))).isFalse();
    }

    @Test
    void whatWasAskedForMeanwhileIsNotToldYet() {
        filters.ask(ONE, 1);
        Set<MethodPattern> taken = filters.all();
        filters.ask(OTHER, 2);

        filters.told(taken, 5);

        assertThat(filters.isBehind()).isTrue();
        assertThat(filters.areToldSince(10, Set.of(OTHER))).isFalse();
    }

    @Test
    void whatNobodyAsksForAnyMoreIsForgotten() {
        filters.ask(ONE, 1);
        filters.ask(OTHER, 1);
        filters.ask(OTHER, KEPT);

        assertThat(filters.forgetIdle(KEPT + 1)).isFalse();
        assertThat(filters.forgetIdle(KEPT + 2)).isTrue();

        assertThat(filters.all()).containsExactlyInAnyOrder(ALWAYS, OTHER);
    }

    @Test
    void whenNobodyListensNothingIsToldAndWhatIsWantedStays() {
        filters.ask(ONE, 1);
        filters.told(filters.all(), 2);

        filters.untold(3);

        assertThat(filters.areToldSince(10, Set.of(ONE))).isFalse();
        assertThat(filters.all()).containsExactlyInAnyOrder(ALWAYS, ONE);
    }

    @Test
    void ofTooManyNoMoreAreTaken() {
        for (int i = 0; i < MethodFilters.MOST_ASKED; i++) {
            assertThat(filters.ask(MethodPattern.parse("a.A::m" + i), 1)).isNull();
        }

        assertThat(filters.ask(ONE, 1)).isEqualTo(Refusal.TOO_MANY);
        assertThat(filters.ask(MethodPattern.parse("a.A::m0"), 1)).isNull();
        assertThat(filters.ask(ALWAYS, 1)).isNull();
    }

    /** As a request that asks and has no spans of methods makes nobody listen. */
    @Test
    void whatNobodyAsksForAnyMoreTakesNoRoomThoughNobodyListens() {
        for (int i = 0; i < MethodFilters.MOST_ASKED; i++) {
            filters.ask(MethodPattern.parse("a.A::m" + i), 1);
        }

        assertThat(filters.ask(ONE, KEPT + 2)).isNull();
        assertThat(filters.all()).containsExactlyInAnyOrder(ALWAYS, ONE);
    }

    @Test
    void aCallThatTheApplicationWantsAnywayIsNobodysFault() {
        MethodPattern same = MethodPattern.parse("a.Always::*");
        filters.ask(same, 1);
        filters.ask(ONE, 1);
        Set<MethodPattern> told = filters.all();

        assertThat(filters.areAnyAsked(told)).isTrue();
        assertThat(filters.areAnyAsked(Set.of(ALWAYS))).isFalse();
        assertThat(filters.isOnlyAsked("a.A.one", told)).isTrue();
        assertThat(filters.isOnlyAsked("a.Always.other", told)).isTrue();
        assertThat(filters.isOnlyAsked("a.Always.is", told)).isFalse();
        assertThat(filters.isOnlyAsked("a.A.foreign", told)).isFalse();
    }

    @Test
    void afterTooManyCallsNobodyMayAskForAWhile() {
        filters.ask(ONE, 1);

        assertThat(filters.pause(2)).isTrue();

        assertThat(filters.all()).containsExactly(ALWAYS);
        assertThat(filters.ask(ONE, 3)).isEqualTo(Refusal.TOO_OFTEN);
        assertThat(filters.ask(ALWAYS, 3)).isNull();
        assertThat(filters.ask(ONE, 2 + TimeUnit.MINUTES.toNanos(10))).isNull();
    }

    @Test
    void theApplicationsOwnAreNotGivenUp() {
        assertThat(filters.pause(2)).isFalse();
        assertThat(filters.ask(ONE, 3)).isNull();
    }
}
