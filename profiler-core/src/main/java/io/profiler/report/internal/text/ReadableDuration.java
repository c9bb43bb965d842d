// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.text;

import java.nio.charset.Charset;
import java.util.Locale;

/** Writes a duration as people say it: three digits and a unit. */
public final class ReadableDuration {

    private static final double SECOND_MICROS = 1e6;
    private static final double DAY_SECONDS = 86_400;
    private static final double YEAR_DAYS = 365.2425;

    private final String microsecond;

    /**
     * @param microsecond how that unit is written, {@code µs} or where there is no such letter {@code us}
     */
    public ReadableDuration(String microsecond) {
        this.microsecond = microsecond;
    }

    /** For a place that can show what a charset has. */
    public static ReadableDuration in(Charset charset) {
        boolean hasMicro = charset.canEncode() && charset.newEncoder().canEncode('µ');
        return new ReadableDuration(hasMicro ? "µs" : "us");
    }

    /** A number of microseconds, as {@code 9.73 ms}. */
    public String of(long micros) {
        return micros < 0 ? "-" + ofPositive(-(double) micros) : ofPositive(micros);
    }

    private String ofPositive(double micros) {
        if (micros < 1000) {
            return format("%.0f ", micros) + microsecond;
        }
        if (micros < 0.9995 * SECOND_MICROS) {
            return threeDigits(micros / 1000) + " ms";
        }
        double seconds = micros / SECOND_MICROS;
        return seconds < 59.95 ? threeDigits(seconds) + " s" : clock(Math.round(seconds));
    }

    private static String threeDigits(double value) {
        if (value < 9.995) {
            return format("%.2f", value);
        }
        return format(value < 99.95 ? "%.1f" : "%.0f", value);
    }

    private static String clock(long seconds) {
        if (seconds < 3600) {
            return format("%d:%02d min", seconds / 60, seconds % 60);
        }
        return seconds < 3_600_000
                ? format("%d:%02d h", seconds / 3600, seconds / 60 % 60)
                : calendar(seconds / DAY_SECONDS);
    }

    /** No request takes so long, but times may be wrong. */
    private static String calendar(double days) {
        return days < 999.5 ? threeDigits(days) + " d" : threeDigits(days / YEAR_DAYS) + " y";
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
