// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Progress;
import io.profiler.internal.VisibleText;
import io.profiler.store.StoreInUseException;
import io.profiler.store.StoreUnavailableException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Prints a line for each check, and counts those that failed. */
@SuppressWarnings("try")
final class CheckLines {

    private final PrintWriter out;
    private final VisibleText text;
    private final Function<String, Progress> progress;
    private int failed;

    /**
     * @param charset charset of the place where they are printed
     * @param progress begins to tell how long a check takes
     */
    CheckLines(PrintWriter out, Charset charset, Function<String, Progress> progress) {
        this.out = out;
        this.text = new VisibleText(charset);
        this.progress = progress;
    }

    /**
     * Prints what a check finds.
     *
     * @param check gives what is fine; throws {@link CheckWarning} for what is not quite
     * @return whether it has not failed
     */
    boolean check(String name, Supplier<String> check) {
        try {
            print("ok", name, found(name, check));
            return true;
        } catch (StoreInUseException | CheckWarning warning) {
            print("warn", name, String.valueOf(warning.getMessage()));
            return true;
        } catch (StoreUnavailableException | CommandFailure failure) {
            return fail(name, String.valueOf(failure.getMessage()));
        } catch (RuntimeException unexpected) {
            return fail(name, "unexpected failure: " + unexpected);
        }
    }

    private String found(String name, Supplier<String> check) {
        try (Progress told = progress.apply("Checking: " + name)) {
            return check.get();
        }
    }

    private boolean fail(String name, String finding) {
        failed++;
        print("FAILED", name, finding);
        return false;
    }

    void skip(String reason, String... names) {
        for (String name : names) {
            print("skipped", name, reason);
        }
    }

    int failed() {
        return failed;
    }

    private void print(String outcome, String name, String finding) {
        out.print(String.format(Locale.ROOT, "%-8s%s: %s\n", outcome, name, text.of(finding)));
        out.flush();
    }
}
