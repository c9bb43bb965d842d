// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Sends a batch, and where all of it is refused because of some, its halves, until those stand alone: one in a thousand
 * costs about twenty calls more.
 *
 * @since 0.1
 */
public final class Halving {

    private Halving() {}

    /**
     * Sends a batch of at least one, on the calling thread.
     *
     * @param <T> what is sent, mostly a trace point
     * @param <R> what is said of one that is refused
     * @param batch is sent whole, or in parts that keep its order; not changed
     * @param attempt sends the batch or a part of it, and says which of it the backend named as refused
     * @param mayBeOfSome whether what an attempt has thrown may be for the sake of some, so that others can be sent without
     *     them; if not, it is thrown
     * @param alone says what becomes of one that is refused alone; may throw
     * @return what the attempts said, in the order of the batch
     */
    public static <T, R> List<R> send(
            List<T> batch,
            Function<List<T>, List<R>> attempt,
            Predicate<RuntimeException> mayBeOfSome,
            BiFunction<T, RuntimeException, List<R>> alone) {
        try {
            return attempt.apply(batch);
        } catch (RuntimeException refused) {
            if (!mayBeOfSome.test(refused)) {
                throw refused;
            }
            if (batch.size() == 1) {
                return alone.apply(batch.get(0), refused);
            }
        }
        int half = batch.size() / 2;
        List<R> said = new ArrayList<>(send(batch.subList(0, half), attempt, mayBeOfSome, alone));
        said.addAll(send(batch.subList(half, batch.size()), attempt, mayBeOfSome, alone));
        return said;
    }
}
