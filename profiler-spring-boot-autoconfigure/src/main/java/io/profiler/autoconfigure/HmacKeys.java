// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.List;

/** The keys of {@code profiler.hmac-keys}. */
final class HmacKeys {

    /** The default of every OSprofiler configuration, known to everybody. */
    static final String PUBLIC_KEY = "SECRET_KEY";

    private static final int SHORTEST = 16;

    private HmacKeys() {}

    static List<String> required(List<String> configured) {
        if (configured.stream().allMatch(String::isBlank)) {
            throw new ProfilerConfigurationException(
                    "'profiler.hmac-keys' is not set, so that nobody could ask for a profile.",
                    "Set 'profiler.hmac-keys' to one or more secret keys, separated by commas, or set"
                            + " 'profiler.enabled' to false.");
        }
        return configured;
    }

    static boolean containPublicKey(List<String> configured) {
        return configured.stream().map(String::strip).anyMatch(PUBLIC_KEY::equals);
    }

    /** Whether one of them can be guessed; the public one is known anyway. */
    static boolean containShortKey(List<String> configured) {
        return configured.stream()
                .map(String::strip)
                .anyMatch(key -> !key.isEmpty() && key.length() < SHORTEST && !key.equals(PUBLIC_KEY));
    }
}
