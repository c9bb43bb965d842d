// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.TraceListing;
import io.profiler.store.backend.TraceTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What some points of a trace add up to, for the script. */
final class TraceSums {

    private final List<byte[]> requestFields = new ArrayList<>();
    private int started;
    private int stopped;
    private int errors;
    private int requests;
    private @Nullable TracePoint first;
    private String last = "";

    void add(TracePoint point) {
        boolean stops = point.isStop();
        started += stops ? 0 : 1;
        stopped += stops && !point.isManifest() ? 1 : 0;
        errors += point.errorType() == null ? 0 : 1;
        if (point.parentId().equals(point.baseId())) {
            requests += stops ? 0 : 1;
            addRequest(point, stops);
        }
        if (first == null || point.timestamp().compareTo(first.timestamp()) < 0) {
            first = point;
        }
        if (point.timestamp().compareTo(last) > 0) {
            last = point.timestamp();
        }
    }

    private void addRequest(TracePoint point, boolean stops) {
        String id = startOfId(point.traceId());
        addField((stops ? TraceFigures.STOP : TraceFigures.START) + id, point.timestamp());
        Integer status = TraceTally.statusOf(point.info().get("response"));
        if (status != null) {
            addField(TraceFigures.STATUS + id, status.toString());
        }
    }

    /** Lists read these fields of many traces: what is longer than an id in a list is told by so much of it. */
    private static String startOfId(String id) {
        return TraceListing.isListed(id) ? id : id.substring(0, TraceListing.LONGEST_ID + 1);
    }

    private void addField(String field, String value) {
        requestFields.add(AppendCall.utf8(field));
        requestFields.add(AppendCall.utf8(value));
    }

    void addTo(List<byte[]> arguments) {
        TracePoint start = Objects.requireNonNull(first);
        Stream.of(
                        String.valueOf(started),
                        String.valueOf(stopped),
                        String.valueOf(errors),
                        String.valueOf(requests),
                        start.timestamp(),
                        last,
                        TraceTally.nameOf(start.name(), start.info().get("request")),
                        TraceTally.shown(start.service()),
                        String.valueOf(requestFields.size()))
                .map(AppendCall::utf8)
                .forEach(arguments::add);
        arguments.addAll(requestFields);
    }
}
