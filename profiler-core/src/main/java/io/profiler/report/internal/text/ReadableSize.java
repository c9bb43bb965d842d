// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.text;

import java.util.Locale;

/** Writes a number of bytes as people say it: three digits and a unit, each a thousand times the one before. */
public final class ReadableSize {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};
    private static final double ROUNDED_UP = 999.5;

    private ReadableSize() {}

    /** As {@code 12.3 MB}. */
    public static String of(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double size = bytes / 1000.0;
        int unit = 0;
        while (size >= ROUNDED_UP && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%.0f", size) + " "
                + UNITS[unit];
    }
}
