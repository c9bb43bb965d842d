// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

/** Says something when the process is told to end before this is closed: by Ctrl-C, or SIGTERM. The exit code tells of the signal. */
public final class Interruption implements AutoCloseable {

    private final Thread hook;

    /**
     * @param last what is done then, beside what the command goes on with
     */
    public Interruption(Runnable last) {
        hook = new Thread(last, "profiler-interruption");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            return; // Too late to say anything.
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interrupted) {
            return; // It is being said.
        }
    }
}
