// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.ReportSpan;
import java.util.Set;

/** Statements are prepared before they are executed; where that takes long, it is a span of its own. */
public final class Preparation {

    private static final Set<String> NAMES = Set.of("db.prepareStatement", "db.prepareCall");
    private static final String EXECUTION = "db";

    private Preparation() {}

    /** Whether a span prepared a statement that is known. */
    public static boolean is(ReportSpan span) {
        return NAMES.contains(span.name()) && span.statement() != null;
    }

    /** What a span does, with a preparation taken for a part of what it prepares. */
    public static Operation withExecution(Operation operation) {
        return NAMES.contains(operation.name())
                ? new Operation(EXECUTION, operation.what(), operation.service())
                : operation;
    }
}
