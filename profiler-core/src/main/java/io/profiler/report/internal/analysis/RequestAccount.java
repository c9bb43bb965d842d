// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.point.Manifest;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one request of a service has recorded, as it told, and what of that is in the report. */
final class RequestAccount {

    private final String host;
    private @Nullable Manifest told;
    private long points;
    private long spans;
    private long whole;

    RequestAccount(@Nullable String host) {
        this.host = Objects.requireNonNullElse(host, "");
    }

    void add(ReportSpan span) {
        for (SpanEvent event : span.events()) {
            if (event.isManifest()) {
                tell(Manifest.of(event.info()));
            } else {
                points++;
            }
        }
        spans++;
        whole += span.isFinished() ? 1 : 0;
    }

    /** The last word counts, which tells of the most points. */
    private void tell(@Nullable Manifest manifest) {
        Manifest before = told;
        if (manifest != null && (before == null || manifest.made() >= before.made())) {
            told = manifest;
        }
    }

    String host() {
        return host;
    }

    boolean isTold() {
        return told != null;
    }

    /** How many spans it has recorded, or should have. */
    long spans() {
        return told == null ? spans : Math.max(told.spans(), spans);
    }

    /** How many of those are not in the report, or not both of their points. */
    long lost() {
        return told == null || missingPoints(told) <= 0 ? 0 : Math.max(1, spans() - whole);
    }

    private long missingPoints(Manifest manifest) {
        return manifest.made() - points;
    }

    /** What they are lost by; empty if none is. */
    Set<String> reasons() {
        Set<String> reasons = new LinkedHashSet<>();
        Manifest manifest = told;
        if (manifest != null && lost() > 0) {
            manifest.dropped().keySet().forEach(reason -> reasons.add(LossWords.of(reason)));
            long known = manifest.dropped().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            if (missingPoints(manifest) > known) {
                reasons.add(LossWords.ON_THE_WAY);
            }
        }
        return reasons;
    }

    long cut() {
        return told == null ? 0 : told.cut();
    }
}
