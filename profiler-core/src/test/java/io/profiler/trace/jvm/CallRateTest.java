// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallRateTest {

    private final AtomicInteger said = new AtomicInteger();
    private final CallRate rate = new CallRate(CallRate.MOST, said::incrementAndGet);

    @Test
    void tooManyInASecondIsSaidOnce() {
        call(CallRate.MOST);
        assertThat(said).hasValue(0);

        call(3);
        assertThat(said).hasValue(1);
    }

    @Test
    void eachSecondCountsForItself() {
        call(CallRate.MOST);
        rate.flushed();
        call(CallRate.MOST);

        assertThat(said).hasValue(0);
    }

    private void call(int times) {
        for (int i = 0; i < times; i++) {
            rate.called();
        }
    }
}
