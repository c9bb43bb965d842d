// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

/** What it says about a thread that a method is among the calls on top of its stack. */
enum Role {
    /** It is not the JDK's: what is below it says nothing any more. */
    APPLICATION,
    /** A driver of a database. */
    DRIVER,
    /** The JDK's, and says nothing. */
    JDK,
    /** Where a thread is parked, whatever for. */
    PARK,
    /** A lock of java.util.concurrent. */
    LOCK,
    SLEEP,
    SOCKET,
    FILE,
    /** A wait that has no end of its own, as of a selector. */
    QUEUE,
    LOADING
}
