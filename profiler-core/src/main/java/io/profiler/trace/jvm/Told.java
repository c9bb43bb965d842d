// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.List;

/**
 * What the JVM tells of a time.
 *
 * @param events those that were going on then
 * @param whole whether the JVM was listened to all the time, has told all of it, and no event had to make room
 */
public record Told(List<JvmEvent> events, boolean whole) {

    /** A copy of the events is kept. */
    public Told {
        events = List.copyOf(events);
    }
}
