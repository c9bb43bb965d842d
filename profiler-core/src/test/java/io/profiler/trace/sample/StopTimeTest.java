// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopTimeTest {

    private static final long NOT_MEASURED = -1;

    private final StopTime stops = new StopTime();

    /** As where there are hundreds of threads. */
    @Test
    void aLongStopCountsAsSuch() {
        stops.add(TimeUnit.MICROSECONDS.toNanos(1_500));
        stops.add(TimeUnit.MICROSECONDS.toNanos(1_800));

        assertThat(stops.cost(NOT_MEASURED)).isEqualTo(TimeUnit.MICROSECONDS.toNanos(3_300));
    }

    @Test
    void thatTheSamplerDidNotRunIsNoStop() {
        stops.add(TimeUnit.SECONDS.toNanos(5));

        assertThat(stops.cost(NOT_MEASURED)).isLessThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(2));
    }
}
