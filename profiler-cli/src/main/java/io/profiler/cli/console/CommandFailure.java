// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

/** A command cannot do what it was asked for; the message says why, and what to do about it. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandFailure(String message) {
        super(message);
    }
}
