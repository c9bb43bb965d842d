// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.jvm.MethodPattern;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Methods that no proxy can be put around: final, private and static ones, which call each other. */
final class UnproxiedShop {

    static final int ITEMS = 100;

    /** How many of them take as long as the longest. */
    static final int DEAR_ITEMS = 10;

    /** All calls of methods with a span of their own in {@link #buy}. */
    static final int CALLS = ITEMS + 4;

    static final int DEAR_MICROS = 400;
    private static final int CHEAP_MICROS = 20;
    private static final int STAMP_MICROS = 50;

    private final Profiler profiler;

    UnproxiedShop(Profiler profiler) {
        this.profiler = profiler;
    }

    static List<MethodPattern> patterns() {
        return Stream.of("buy", "price", "taxOf", "stamp")
                .map(method -> MethodPattern.parse(UnproxiedShop.class.getName() + "::" + method))
                .toList();
    }

    long buy() {
        long sum = price();
        for (int item = 0; item < ITEMS; item++) {
            sum += taxOf(item % (ITEMS / DEAR_ITEMS) == 0 ? DEAR_MICROS : CHEAP_MICROS);
        }
        return sum + profiler.trace("audit", this::stamp);
    }

    private long price() {
        return taxOf(CHEAP_MICROS) + 1;
    }

    private static long taxOf(int micros) {
        return pay(micros);
    }

    private long stamp() {
        return pay(STAMP_MICROS);
    }

    private static long pay(int micros) {
        long until = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros);
        while (System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
        return micros;
    }
}
