// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Figures of the spans of one trace by what they have in common, in the order in which that first appears. */
public final class SpanGroups {

    private static final Pattern REPOSITORIES = Pattern.compile("repository|.*_(store|controller|driver)");

    private SpanGroups() {}

    public static Map<String, SpanFigures> byName(Report report, SelfTimes selfTimes) {
        return by(ReportSpan::name, report, selfTimes);
    }

    /** Method, server and path of the request that a span sent, null if it sent none. */
    public static @Nullable String remoteCall(ReportSpan span) {
        return span.request() == null || span.servedRequest() != null ? null : span.sharedSubject();
    }

    /** The method of a repository, or of what else keeps data, that a span is; null if it is none. */
    public static @Nullable String repositoryMethod(ReportSpan span) {
        return REPOSITORIES.matcher(span.name()).matches() ? span.function() : null;
    }

    /** By anything; spans of which it is null are left out. */
    public static <K> Map<K, SpanFigures> by(
            Function<ReportSpan, @Nullable K> property, Report report, SelfTimes selfTimes) {
        FigureTable<K> table = new FigureTable<>();
        for (ReportSpan span : report.spans()) {
            K group = property.apply(span);
            if (group != null) {
                table.add(group, span, selfTimes.micros(span));
            }
        }
        return table.figures();
    }
}
