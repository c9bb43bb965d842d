// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a request was answered. */
final class HttpStatus {

    private static final Pattern ERROR = Pattern.compile("[4-9][0-9]{2}");

    private HttpStatus() {}

    /** The status that an event of a span names, null if none does. */
    static @Nullable String of(ReportSpan span) {
        return span.events().stream()
                .map(event ->
                        event.info().get("response") instanceof Map<?, ?> response ? response.get("status") : null)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }

    static boolean isError(@Nullable String status) {
        return status != null && ERROR.matcher(status).matches();
    }
}
