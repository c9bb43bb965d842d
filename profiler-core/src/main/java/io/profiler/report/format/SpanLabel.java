// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.internal.Surrogates;
import io.profiler.internal.VisibleText;
import io.profiler.report.ReportSpan;
import java.nio.charset.StandardCharsets;

/** Names spans for people: what it is called and what it was about, in one line of bounded length. Not thread-safe. */
final class SpanLabel {

    private static final int LONGEST = 200;
    private static final String NAMELESS = "?";

    private final VisibleText visibleText = new VisibleText(StandardCharsets.UTF_8);

    String of(ReportSpan span) {
        String subject = span.subject();
        String name = visible(span.name());
        return subject == null ? name : name + " " + visible(subject);
    }

    /** Data with escapes for what cannot be seen; cut if it is long. */
    String visible(String data) {
        if (data.isEmpty()) {
            return NAMELESS;
        }
        return data.length() <= LONGEST
                ? visibleText.of(data)
                : visibleText.of(Surrogates.beginning(data, LONGEST)) + "…";
    }
}
