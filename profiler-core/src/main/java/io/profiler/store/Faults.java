// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fault of a library with its causes and what else came with it; they may lead back to each other. */
final class Faults {

    private static final int MOST = 100;

    private Faults() {}

    /** Each once, the causes in their order. */
    static Set<Throwable> of(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> waiting = new ArrayDeque<>(List.of(thrown));
        while (!waiting.isEmpty() && seen.size() < MOST) {
            Throwable fault = waiting.remove();
            if (seen.add(fault)) {
                besides(fault).filter(Objects::nonNull).forEach(waiting::add);
            }
        }
        return seen;
    }

    private static Stream<@Nullable Throwable> besides(Throwable fault) {
        Throwable next = fault instanceof SQLException sql ? sql.getNextException() : null;
        return Stream.concat(Stream.of(fault.getCause(), next), Stream.of(fault.getSuppressed()));
    }

    /** The last of the causes, if they come to an end. */
    static Throwable innermost(Throwable thrown) {
        Throwable innermost = thrown;
        for (int depth = 0; depth < MOST && innermost.getCause() != null; depth++) {
            innermost = innermost.getCause();
        }
        return innermost;
    }
}
