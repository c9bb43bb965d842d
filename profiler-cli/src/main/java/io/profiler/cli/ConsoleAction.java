// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import java.io.IOException;
import java.io.PrintWriter;

/** What a command does once its arguments are read. */
interface ConsoleAction {

    /**
     * Runs to the end.
     *
     * @param out for results
     * @param err for remarks
     * @throws CommandFailure if it cannot do what it was asked for
     */
    void run(PrintWriter out, PrintWriter err) throws IOException;
}
