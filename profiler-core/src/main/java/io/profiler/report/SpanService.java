// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import org.jspecify.annotations.Nullable;

/** The service a span ran in, as {@code project/service}. */
final class SpanService {

    private SpanService() {}

    /** Empty if the span names neither. */
    static String of(ReportSpan span) {
        String project = orEmpty(span.project());
        String service = orEmpty(span.service());
        return project + (project.isEmpty() || service.isEmpty() ? "" : "/") + service;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
