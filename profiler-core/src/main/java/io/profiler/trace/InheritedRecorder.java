// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Recorder}, or the {@link Heir} of one, of which the virtual threads that its thread makes for one task have an heir. */
final class InheritedRecorder extends InheritableThreadLocal<@Nullable Object> {

    private static final String VIRTUAL = "java.lang.VirtualThread";
    private static final String POOLED = "java.util.concurrent.ThreadPoolExecutor$Worker";
    private static final String CONSTRUCTOR = "<init>";
    private static final int FRAMES = 24;

    private final StackWalker stack = StackWalker.getInstance();

    /** On the thread that makes another, which has to get it whatever happens here. */
    @Override
    protected @Nullable Object childValue(@Nullable Object parent) {
        try {
            return parent != null && isForVirtualThread() ? heir(parent) : null;
        } catch (Throwable fault) {
            Faults.report(fault);
            return null;
        }
    }

    private static @Nullable Heir heir(Object parent) {
        return parent instanceof Heir heir ? heir.next() : ((Recorder) parent).heir();
    }

    /** Nothing else tells whose value it is going to be. */
    private boolean isForVirtualThread() {
        List<String> made = stack.walk(frames -> frames.limit(FRAMES)
                .filter(frame -> frame.getMethodName().equals(CONSTRUCTOR))
                .map(StackWalker.StackFrame::getClassName)
                .toList());
        return made.contains(VIRTUAL) && !made.contains(POOLED);
    }
}
