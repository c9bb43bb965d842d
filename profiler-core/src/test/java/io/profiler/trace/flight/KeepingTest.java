// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.SampleSettings;
import io.profiler.trace.TraceLimits;
import io.profiler.trace.UnaskedTraces;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KeepingTest {

    private static final long FAST = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long SLOW = TimeUnit.SECONDS.toNanos(2);
    private static final long MEANT_TO_LAST = -1;

    private final Stored stored = new Stored();
    private final FlightRecorder recorder = new FlightRecorder(
            new UnaskedTraces(
                    stored,
                    new Origin("host", "project", "service"),
                    ArgumentCapture.disabled(),
                    TraceLimits.defaults(),
                    SampleSettings.NONE),
            new FlightLimits(1, 1, 1));
    private long nanos = -5;

    private Keeping keeping(Duration slowFrom, int perMinute, int perRoute) {
        return new Keeping(recorder, new KeepingRules(slowFrom, perMinute, perRoute), () -> nanos);
    }

    @Test
    void theFailedAndTheSlowAreKept() {
        Keeping keeping = keeping(Duration.ofSeconds(1), 10, 0);

        assertThat(keeping.because("/a", FAST, true)).isEqualTo(KeptBecause.FAILED);
        assertThat(keeping.because("/a", SLOW, true)).isEqualTo(KeptBecause.FAILED);
        assertThat(keeping.because("/a", TimeUnit.SECONDS.toNanos(1), false)).isEqualTo(KeptBecause.SLOW);
        assertThat(keeping.because(null, SLOW, false)).isEqualTo(KeptBecause.SLOW);
        assertThat(keeping.because("/a", FAST, false)).isNull();
        assertThat(keeping.because("/a", MEANT_TO_LAST, false)).isNull();
        assertThat(keeping.kept(KeptBecause.FAILED)).isEqualTo(2);
        assertThat(keeping.kept(KeptBecause.SLOW)).isEqualTo(2);
    }

    @Test
    void noMoreOfThemThanMayBeInAMinuteAndHalfOfOneRoute() {
        Keeping keeping = keeping(Duration.ofSeconds(1), 4, 0);

        assertThat(keeping.because("/a", SLOW, false)).isNotNull();
        assertThat(keeping.because("/a", SLOW, false)).isNotNull();
        assertThat(keeping.because("/a", FAST, true)).isNull();
        assertThat(keeping.because("/b", FAST, true)).isNotNull();
        assertThat(recorder.missed(Missed.PER_MINUTE)).isEqualTo(1);
    }

    @Test
    void aFewOfEachRouteInEachMinute() {
        Keeping keeping = keeping(Duration.ofSeconds(1), 1, 2);

        for (int minute = 0; minute < 3; minute++) {
            assertThat(keeping.because("/a", FAST, false)).isEqualTo(KeptBecause.SAMPLED);
            assertThat(keeping.because("/b", FAST, false)).isEqualTo(KeptBecause.SAMPLED);
            assertThat(keeping.because("/a", FAST, false)).isEqualTo(KeptBecause.SAMPLED);
            assertThat(keeping.because("/a", FAST, false)).isNull();
            nanos += TimeUnit.MINUTES.toNanos(1);
        }
        assertThat(keeping.kept(KeptBecause.SAMPLED)).isEqualTo(9);
        assertThat(recorder.missed(Missed.PER_MINUTE)).isZero();
    }

    @Test
    void aFloodOfRoutesIsOneRoute() {
        Keeping keeping = keeping(Duration.ofSeconds(1), 1, 1);
        for (int i = 0; i < 10 * Routes.MOST; i++) {
            keeping.because("/" + i, FAST, false);
        }

        assertThat(keeping.kept(KeptBecause.SAMPLED)).isEqualTo(Routes.MOST + 1);
        assertThat(keeping.because(null, FAST, false)).isNull();
    }

    @Test
    void withoutAThresholdOneIsSlowThatTakesMuchLongerThanOthersOfItsRoute() {
        Keeping keeping = keeping(null, 1_000, 0);
        assertThat(keeping.because("/a", SLOW, false)).isEqualTo(KeptBecause.SLOW);
        for (int i = 0; i < 5_000; i++) {
            assertThat(keeping.because("/a", TimeUnit.MILLISECONDS.toNanos(50 + i % 50), false))
                    .isNull();
        }

        assertThat(keeping.because("/a", TimeUnit.MILLISECONDS.toNanos(195), false))
                .isNull();
        assertThat(keeping.because("/a", TimeUnit.MILLISECONDS.toNanos(300), false))
                .isEqualTo(KeptBecause.SLOW);
        assertThat(keeping.because("/b", TimeUnit.MILLISECONDS.toNanos(300), false))
                .isNull();
    }

    @Test
    void aRouteThatBecomesSlowIsSlowForAWhile() {
        Keeping keeping = keeping(null, 100_000, 0);
        for (int i = 0; i < 10_000; i++) {
            keeping.because("/a", TimeUnit.MILLISECONDS.toNanos(20), false);
        }
        int slow = 0;
        for (int i = 0; i < 10_000; i++) {
            slow += keeping.because("/a", TimeUnit.MILLISECONDS.toNanos(500), false) == null ? 0 : 1;
        }

        assertThat(slow).isBetween(1, 500);
    }

    @Test
    void whatTakesLessThanTenMillisecondsIsNeverSlow() {
        Keeping keeping = keeping(null, 1_000, 0);
        for (int i = 0; i < 5_000; i++) {
            keeping.because("/a", TimeUnit.MICROSECONDS.toNanos(100), false);
        }

        assertThat(keeping.because("/a", TimeUnit.MILLISECONDS.toNanos(9), false))
                .isNull();
        assertThat(keeping.because("/a", TimeUnit.MILLISECONDS.toNanos(11), false))
                .isEqualTo(KeptBecause.SLOW);
    }
}
