// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.point.VisibleText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Lines on standard error, whatever data they hold. */
final class Remarks {

    private final PrintWriter err;
    private final VisibleText visibleText = new VisibleText(StandardCharsets.UTF_8);

    Remarks(PrintWriter err) {
        this.err = err;
    }

    void add(String message) {
        err.println("profiler: " + visibleText.of(message));
        err.flush();
    }
}
