// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a listener is called with.
 *
 * @param signed the messages of it that ask to be part of a trace, at least one
 * @param batchSize how many messages there are; zero if it is one that is no batch
 */
record Received(List<SignedMessage> signed, int batchSize) {

    /** Null for a message that asks for nothing. */
    static @Nullable Received of(ArrivedMessage message) {
        SignedMessage signed = SignedMessage.of(message);
        return signed == null ? null : new Received(List.of(signed), 0);
    }

    /** Null for a batch none of whose messages asks for anything. */
    static @Nullable Received ofBatch(Iterable<?> batch, Function<Object, ? extends @Nullable ArrivedMessage> type) {
        List<SignedMessage> signed = new ArrayList<>(0);
        int size = 0;
        for (Object message : batch) {
            size++;
            ArrivedMessage arrived = type.apply(message);
            SignedMessage found = arrived == null ? null : SignedMessage.of(arrived);
            if (found != null) {
                signed.add(found);
            }
        }
        return signed.isEmpty() ? null : new Received(signed, size);
    }
}
