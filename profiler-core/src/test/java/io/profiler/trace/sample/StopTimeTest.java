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
        stops.add(TimeUnit.MILLISECONDS.toNanos(5));
        stops.add(TimeUnit.MILLISECONDS.toNanos(3));

        assertThat(stops.cost(NOT_MEASURED)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(8));
    }

    @Test
    void thatTheSamplerDidNotRunIsNoStop() {
        stops.add(TimeUnit.SECONDS.toNanos(5));

        assertThat(stops.cost(NOT_MEASURED)).isLessThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
    }
}
