// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.ReportSpan;
import org.jspecify.annotations.Nullable;

/** What spans that do the same have in common: the name, and the function or statement without its arguments. */
final class Operation {

    private Operation() {}

    static String of(ReportSpan span) {
        String subject = subject(span);
        return subject == null || subject.isEmpty() ? span.name() : span.name() + " " + subject;
    }

    /** A request is told apart by its method alone, because ids are part of most paths. */
    private static @Nullable String subject(ReportSpan span) {
        String request = span.request();
        if (request == null) {
            return span.subject();
        }
        int method = request.indexOf(' ');
        return method < 0 ? null : request.substring(0, method);
    }
}
