// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

/** A command cannot do what it was asked for; the message says why, and what to do about it. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public CommandFailure(String message) {
        this(message, 1);
    }

    /**
     * @param exitCode tells scripts this failure from all others, which have 1
     */
    public CommandFailure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
