// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A fault of a library with its causes and what else came with it; they may lead back to each other. */
final class CauseTree {

    private static final int MOST = 100;

    private CauseTree() {}

    /** Each once. */
    static Set<Throwable> of(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> waiting = new ArrayDeque<>(List.of(thrown));
        while (!waiting.isEmpty() && seen.size() < MOST) {
            Throwable fault = waiting.remove();
            if (seen.add(fault)) {
                besides(fault)
                        .filter(Throwable.class::isInstance)
                        .map(Throwable.class::cast)
                        .forEach(waiting::add);
            }
        }
        return seen;
    }

    private static Stream<?> besides(Throwable fault) {
        return Stream.of(Stream.ofNullable(fault.getCause()), chained(fault), Stream.of(fault.getSuppressed()))
                .flatMap(Function.identity());
    }

    /** As an SQL exception has others, which are no causes of it. */
    private static Stream<?> chained(Throwable fault) {
        return fault instanceof Iterable<?> chain
                ? StreamSupport.stream(chain.spliterator(), false).limit(MOST)
                : Stream.empty();
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
