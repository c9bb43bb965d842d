// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.TracePosition;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The trace of one exchange, from its subscription to its end. No method throws. */
final class ExchangeTrace {

    private final TracePosition position;
    private final Consumer<ExchangeOutcome> whenEnded;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * @param position what the exchange does is below it
     * @param whenEnded is told once
     */
    ExchangeTrace(TracePosition position, Consumer<ExchangeOutcome> whenEnded) {
        this.position = position;
        this.whenEnded = whenEnded;
    }

    TracePosition position() {
        return position;
    }

    /** The first end counts. */
    void end(ExchangeOutcome outcome) {
        if (ended.compareAndSet(false, true)) {
            Guard.run(SignalHooks::release);
            tell(outcome);
        }
    }

    private void tell(ExchangeOutcome outcome) {
        try {
            whenEnded.accept(outcome);
        } catch (Throwable fault) {
            Guard.report(fault);
        }
    }
}
