// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.KnownStatements;
import io.profiler.trace.Span;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A span that is made when a call is over, with the time at which the call began, if the call was worth one.
 *
 * @param whenSlow makes it for a call that took long
 * @param whenFailed makes it for one that failed; null if it needs to have taken long as well
 */
record LateSpan(LongFunction<Span> whenSlow, @Nullable LongFunction<Span> whenFailed) {

    @Nullable
    Object around(JdbcCall call) throws Throwable {
        long started = System.nanoTime();
        Object result;
        try {
            result = call.make();
        } catch (Throwable error) {
            Guard.run(() -> fail(started, error));
            throw error;
        }
        if (tookLong(started)) {
            Guard.run(() -> whenSlow.apply(started).stop());
        }
        return result;
    }

    private void fail(long started, Throwable error) {
        if (whenFailed != null) {
            whenFailed.apply(started).stop(error);
        } else if (tookLong(started)) {
            whenSlow.apply(started).stop(error);
        }
    }

    private static boolean tookLong(long started) {
        return System.nanoTime() - started >= KnownStatements.SHORTEST_TOLD_NANOS;
    }
}
