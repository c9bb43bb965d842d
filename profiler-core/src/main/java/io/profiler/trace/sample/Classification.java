// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import org.jspecify.annotations.Nullable;

/**
 * What a thread did, by its state and by the calls on top of its stack, down to the first that is not the JDK's. A method
 * says more than the state, which counts where it was the same before and after.
 */
final class Classification {

    private boolean isParked;
    private @Nullable Kind found;

    private Classification() {}

    static Kind of(Thread.State state, FrameTable table, int[] frames) {
        return state == Thread.State.BLOCKED ? Kind.LOCK : new Classification().classify(state, table, frames);
    }

    private Kind classify(Thread.State state, FrameTable table, int[] frames) {
        isParked = state != Thread.State.RUNNABLE;
        for (int i = frames.length - 1; i >= 0; i--) {
            Role role = table.frame(frames[i]).role();
            if (role == Role.LOADING) {
                return Kind.LOADING;
            }
            if (role == Role.DRIVER) {
                return Kind.DRIVER;
            }
            if (role == Role.APPLICATION) {
                break;
            }
            note(role);
        }
        return found != null ? found : isParked ? Kind.QUEUE : work(table, frames);
    }

    private static Kind work(FrameTable table, int[] frames) {
        return table.frame(frames[frames.length - 1]).isNative() ? Kind.UNKNOWN : Kind.RUNNING;
    }

    private void note(Role role) {
        if (role == Role.PARK) {
            isParked = true;
        }
        Kind meant = meaning(role);
        if (found == null) {
            found = meant;
        }
    }

    /** A lock that is free is taken by work alone. */
    private @Nullable Kind meaning(Role role) {
        return switch (role) {
            case SLEEP -> Kind.SLEEP;
            case SOCKET -> Kind.SOCKET;
            case FILE -> Kind.FILE;
            case QUEUE -> Kind.QUEUE;
            case LOCK -> isParked ? Kind.LOCK : null;
            default -> null;
        };
    }
}
