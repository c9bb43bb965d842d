// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.ReportSpan;

/** Where a span ran, as {@code project/service on host}. */
final class SpanPlace {

    private static final String UNKNOWN = "trace";

    private final SpanLabel label = new SpanLabel();

    String of(ReportSpan span) {
        String service = span.qualifiedService().isEmpty() ? UNKNOWN : label.visible(span.qualifiedService());
        return span.host() == null ? service : service + " on " + label.visible(span.host());
    }
}
