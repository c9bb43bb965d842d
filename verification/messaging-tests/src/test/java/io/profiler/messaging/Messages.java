// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import java.util.Map;

/** A broker's messages, as each application of these tests can send them. */
interface Messages {

    void send(String destination, String text);

    /** By a template that tells Micrometer what it does. */
    void sendObserved(String destination, String text);

    /** To the same broker, by an address that is not of the house. */
    void sendAbroad(String destination, String text, Map<String, ?> headers);

    /** With headers that anybody could make up. */
    void sendWith(String destination, String text, Map<String, ?> headers);

    /** Starts the listener of batches, which finds what was sent to it so far. */
    void listenToBatches();
}
