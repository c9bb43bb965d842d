// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/**
 * The place in a trace that a virtual thread has from the thread that made it.
 *
 * @since 0.1
 */
public final class InheritedPosition {

    private InheritedPosition() {}

    /**
     * Takes the present thread out of a trace in which it only is because the thread was that made it. Servers make threads on
     * those of their requests, to go on with others: whoever begins there calls this first. Does nothing on a platform thread,
     * and on one that has opened a trace, or gone on with one, by itself. Never throws.
     */
    public static void leave() {
        try {
            if (Heir.isAnyMade() && CurrentRecorder.get() instanceof GuestRecorder) {
                CurrentRecorder.replace(null);
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }
}
