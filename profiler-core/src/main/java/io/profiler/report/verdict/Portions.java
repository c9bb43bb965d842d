// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import java.util.Map;
import java.util.regex.Pattern;

/** Statements that deal with many rows at once, so that it takes several of them: a list of keys, all from a key on, a batch. */
final class Portions {

    private static final Pattern LIST = Pattern.compile("\\bin\\s?\\(|=\\s?any\\s?\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE = Pattern.compile("=\\s?\\?");
    private static final Pattern FROM_A_KEY = Pattern.compile(">=?\\s?\\?");
    private static final Pattern SO_MANY =
            Pattern.compile("\\b(?:limit|fetch first|fetch next|top)\\b", Pattern.CASE_INSENSITIVE);

    private Portions() {}

    static boolean isBatch(ReportSpan span) {
        return span.events().stream()
                .anyMatch(event -> event.info().get("db") instanceof Map<?, ?> db && db.containsKey("batch"));
    }

    static boolean are(Operation operation) {
        String what = operation.what();
        return what != null
                && (LIST.matcher(what).find() && !ONE.matcher(what).find()
                        || FROM_A_KEY.matcher(what).find()
                                && SO_MANY.matcher(what).find());
    }
}
