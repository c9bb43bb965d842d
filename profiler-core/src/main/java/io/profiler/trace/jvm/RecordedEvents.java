// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import io.profiler.point.JvmCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/** The flight recorder's events in our words. */
final class RecordedEvents {

    /** Shorter ones explain nothing that anybody sees. */
    private static final Duration WORTH_TELLING = Duration.ofMillis(1);

    private static final String OPERATION = "jdk.ExecuteVMOperation";
    private static final String PARK = "jdk.ThreadPark";
    private static final String LOCK_CLASSES = "java.util.concurrent.locks.";
    private static final String CONDITION = "ConditionObject";

    /** Names of the collector's operations, the pauses of which are told by events of their own. */
    private static final Set<String> COLLECTING = Set.of("Collect", "GC", "Pause", "Mark");

    private static final Map<String, JvmCause> CAUSES = Map.ofEntries(
            Map.entry("jdk.JavaMonitorEnter", JvmCause.LOCK),
            Map.entry(PARK, JvmCause.QUEUE),
            Map.entry("jdk.JavaMonitorWait", JvmCause.QUEUE),
            Map.entry("jdk.ThreadSleep", JvmCause.SLEEP),
            Map.entry("jdk.SocketRead", JvmCause.SOCKET),
            Map.entry("jdk.SocketWrite", JvmCause.SOCKET),
            Map.entry("jdk.FileRead", JvmCause.FILE),
            Map.entry("jdk.FileWrite", JvmCause.FILE),
            Map.entry("jdk.FileForce", JvmCause.FILE),
            Map.entry("jdk.ClassLoad", JvmCause.CLASS),
            Map.entry("jdk.GCPhasePause", JvmCause.GC),
            Map.entry(OPERATION, JvmCause.SAFEPOINT));

    private RecordedEvents() {}

    /** Names of the events that are wanted. */
    static Set<String> names() {
        return CAUSES.keySet();
    }

    /** How long an event has to last: classes are loaded by hundreds, each in no time. */
    static Duration threshold(String name) {
        return CAUSES.get(name) == JvmCause.CLASS ? Duration.ZERO : WORTH_TELLING;
    }

    /**
     * What an event tells.
     *
     * @param clock the recorder's, which is known
     * @return null if it tells nothing of ours
     */
    static @Nullable JvmEvent read(RecordedEvent event, RecorderClock clock) {
        JvmCause cause = isLong(event) ? cause(event) : null;
        RecordedThread thread = cause == null || cause.isOfAllThreads() ? null : event.getThread();
        if (cause == null || thread == null && !cause.isOfAllThreads()) {
            return null;
        }
        return new JvmEvent(
                cause,
                thread == null ? 0 : thread.getJavaThreadId(),
                clock.nanoTime(epochNanos(event.getStartTime())),
                event.getDuration().toNanos(),
                what(event));
    }

    /** The recorder has one threshold for all who listen, the lowest. */
    private static boolean isLong(RecordedEvent event) {
        return event.getDuration().compareTo(threshold(event.getEventType().getName())) >= 0;
    }

    private static @Nullable JvmCause cause(RecordedEvent event) {
        String name = event.getEventType().getName();
        if (name.equals(PARK)) {
            return isLock(what(event)) ? JvmCause.LOCK : JvmCause.QUEUE;
        }
        if (name.equals(OPERATION)) {
            return stopsAll(event) ? JvmCause.SAFEPOINT : null;
        }
        return CAUSES.get(name);
    }

    private static boolean isLock(@Nullable String parked) {
        return parked != null && parked.startsWith(LOCK_CLASSES) && !parked.contains(CONDITION);
    }

    private static boolean stopsAll(RecordedEvent event) {
        String operation = event.getString("operation");
        return event.getBoolean("safepoint")
                && (operation == null || COLLECTING.stream().noneMatch(operation::contains));
    }

    static long epochNanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    private static @Nullable String what(RecordedEvent event) {
        for (String field : new String[] {"monitorClass", "parkedClass", "loadedClass"}) {
            if (event.hasField(field) && event.getValue(field) instanceof RecordedClass type) {
                return type.getName();
            }
        }
        for (String field : new String[] {"name", "operation"}) {
            if (event.hasField(field) && event.getValue(field) instanceof String text) {
                return text;
            }
        }
        return null;
    }
}
