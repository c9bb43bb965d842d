// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.store.StoreUnavailableException;
import io.profiler.store.WriteOnlyStoreException;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prints a line for each check, and counts those that failed. */
final class CheckLines {

    private final PrintWriter out;
    private int failed;

    CheckLines(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints what a check finds.
     *
     * @param check gives what is fine; throws {@link CheckWarning} for what is not quite
     * @return whether it has not failed
     */
    boolean check(String name, Supplier<String> check) {
        try {
            print("ok", name, check.get());
            return true;
        } catch (WriteOnlyStoreException | CheckWarning warning) {
            print("warn", name, String.valueOf(warning.getMessage()));
            return true;
        } catch (StoreUnavailableException | CommandFailure failure) {
            failed++;
            print("FAILED", name, String.valueOf(failure.getMessage()));
            return false;
        }
    }

    void skip(String name, String reason) {
        print("skipped", name, reason);
    }

    int failed() {
        return failed;
    }

    private void print(String outcome, String name, @Nullable String finding) {
        out.printf("%-8s%s: %s%n", outcome, name, finding);
        out.flush();
    }
}
