// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import io.profiler.store.StoreStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the doctor says of what a store tells of itself. */
final class StatusFindings {

    private static final Duration HARMLESS = Duration.ofSeconds(1);
    private static final String UNTOLD = "not told by this store";
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private final StoreStatus status;

    StatusFindings(StoreStatus status) {
        this.status = status;
    }

    String contents() {
        List<String> parts = new ArrayList<>();
        addCount(parts, status.traces(), "trace");
        addCount(parts, status.points(), "trace point");
        if (status.bytes() != null) {
            parts.add(inUnits(status.bytes()));
        }
        return parts.isEmpty() ? UNTOLD : String.join(", ", parts);
    }

    private static void addCount(List<String> parts, @Nullable Long count, String what) {
        if (count != null) {
            parts.add(count + " " + what + (count == 1 ? "" : "s"));
        }
    }

    private static String inUnits(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
    }

    String writers() {
        return status.writers() == null ? UNTOLD : status.writers();
    }

    String clock() {
        Duration ahead = status.clockAhead();
        if (ahead == null) {
            return UNTOLD;
        }
        String difference =
                ahead.abs().toMillis() + " ms " + (ahead.isNegative() ? "behind" : "ahead of") + " this machine's";
        if (ahead.abs().compareTo(HARMLESS) > 0) {
            throw new CheckWarning(difference + "; spans of different machines are shown out of order");
        }
        return difference;
    }

    String indexes() {
        List<String> missing = status.missingIndexes();
        if (missing == null) {
            return UNTOLD;
        }
        if (!missing.isEmpty()) {
            throw new CheckWarning("missing, so traces are found more slowly: " + String.join(", ", missing));
        }
        return "all there";
    }
}
