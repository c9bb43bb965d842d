// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

/** What listens to the flight recorder, from when it is made until it is closed. */
interface ListeningStream extends AutoCloseable {

    /** How far it has come. */
    StreamProgress progress();

    /** Whose events it can tell. */
    KnownThreads threads();

    /** Called from time to time, by the thread that made it. */
    default void check() {}

    @Override
    void close();
}
