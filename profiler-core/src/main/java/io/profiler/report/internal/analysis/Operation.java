// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.ReportSpan;
import org.jspecify.annotations.Nullable;

/**
 * What a span does: spans of equal operations do the same, with other values.
 *
 * @param name name of the spans
 * @param what what they are about without values, see {@link ReportSpan#sharedSubject()}
 * @param service the service that does it
 */
public record Operation(String name, @Nullable String what, String service) {

    public static Operation of(ReportSpan span) {
        return new Operation(span.name(), span.sharedSubject(), span.qualifiedService());
    }

    /** Name and subject, as in {@code db SELECT name FROM owner WHERE id = ?}. */
    public String words() {
        return what == null || what.isEmpty() ? name : name + " " + what;
    }
}
