// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Lower bounds of properties; below them start-up fails. */
final class AtLeast {

    private AtLeast() {}

    static void of(String property, int smallest, int value) {
        if (value < smallest) {
            throw tooSmall(property, String.valueOf(value), "a number of at least " + smallest);
        }
    }

    static void oneMegabyte(String property, DataSize value) {
        if (value.toMegabytes() < 1) {
            throw tooSmall(property, value.toString(), "a size of at least 1MB, for example 32MB");
        }
    }

    static void oneMillisecond(String property, @Nullable Duration value) {
        if (value != null && value.toMillis() < 1) {
            throw tooSmall(property, value.toString(), "a duration of at least 1ms, for example 5s");
        }
    }

    static void zero(String property, Duration value) {
        if (value.isNegative()) {
            throw tooSmall(property, value.toString(), "a duration such as 1h, or to 0");
        }
    }

    private static ProfilerConfigurationException tooSmall(String property, String value, String expected) {
        return new ProfilerConfigurationException(
                "'" + property + "' is " + value + ", which is too small.",
                "Set '" + property + "' to " + expected + ".");
    }
}
