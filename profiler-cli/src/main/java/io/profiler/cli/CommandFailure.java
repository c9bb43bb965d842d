// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

/** A command cannot do what it was asked for; the message says why, and what to do about it. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }
}
