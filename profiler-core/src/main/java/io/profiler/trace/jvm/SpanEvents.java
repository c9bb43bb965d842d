// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Spans as events of the flight recorder, for recordings that others make: it is never started for them. The kind of event is made
 * once there is a recorder, on a thread of its own. Thread-safe; blocks nobody, and never throws.
 */
public final class SpanEvents {

    /** A JVM need not have the module. */
    private static final boolean IS_POSSIBLE =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private static final RecorderThread THREAD = new RecorderThread("profiler-span-events");
    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static volatile @Nullable SpanEventType type;

    private SpanEvents() {}

    /** {@return how to tell the recorder of spans; null if nobody records, as mostly} */
    public static @Nullable SpanEventType wanted() {
        if (!IS_POSSIBLE || !FlightRecorder.isInitialized()) {
            return null;
        }
        SpanEventType made = type;
        if (made == null && STARTED.compareAndSet(false, true)) {
            THREAD.run(() -> type = new SpanEventType(), 0);
        }
        return made != null && made.isEnabled() ? made : null;
    }
}
