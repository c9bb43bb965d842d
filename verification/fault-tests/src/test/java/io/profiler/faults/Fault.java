// SPDX-License-Identifier: Apache-2.0
package io.profiler.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What happens to a store, and what ends it. */
record Fault(String name, Runnable begin, Runnable end) {

    /**
     * Lets it happen and end while an application is used. Nobody's request fails, and something became of every point.
     *
     * @return the traces that were made before, meanwhile and after
     */
    List<String> underLoad(ShopProcess shop) {
        List<String> traces = whileUsed(shop);
        await().until(() -> shop.points("waiting") == 0);
        assertThat(shop.points("recorded")).isEqualTo(shop.points("stored") + shop.points("dropped"));
        assertThat(shop.points("dropped")).isZero();
        return traces;
    }

    private List<String> whileUsed(ShopProcess shop) {
        try (Load load = new Load(shop)) {
            await().until(() -> load.traces().size() > 50);
            begin.run();
            int before = load.traces().size();
            try {
                await().until(() -> load.traces().size() > before + 100);
            } finally {
                end.run();
            }
            int during = load.traces().size();
            await().until(() -> load.traces().size() > during + 50);
            load.close();
            assertThat(load.failures()).isEmpty();
            return load.traces();
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(2));
    }

    @Override
    public String toString() {
        return name;
    }
}
