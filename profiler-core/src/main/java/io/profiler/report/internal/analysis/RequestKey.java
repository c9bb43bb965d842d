// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.ReportSpan;

/** What tells the request that a span was recorded by, in one service, from all others. */
public final class RequestKey {

    /** What the ids of all spans that a request records in one service have in common: their first half. */
    private static final int COMMON = 18;

    private static final int LENGTH_OF_UUID = 36;

    private RequestKey() {}

    public static String of(ReportSpan span) {
        String id = span.traceId();
        return id.length() == LENGTH_OF_UUID ? id.substring(0, COMMON) : id;
    }
}
