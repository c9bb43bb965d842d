// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Standard output takes no more. */
public final class OutputFailure extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    OutputFailure(IOException cause) {
        super("cannot write to standard output: " + cause.getMessage(), cause);
    }

    /** Whether the reader simply went away, as {@code head} does: nobody needs to be told. */
    public boolean isReaderGone() {
        return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
