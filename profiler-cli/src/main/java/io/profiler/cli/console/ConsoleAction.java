// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import java.io.IOException;

/** What a command does once its arguments are read. */
public interface ConsoleAction {

    /**
     * Runs to the end.
     *
     * @param out for results
     * @param remarks for standard error
     * @throws CommandFailure if it cannot do what it was asked for
     */
    void run(StandardOutput out, Remarks remarks) throws IOException;
}
