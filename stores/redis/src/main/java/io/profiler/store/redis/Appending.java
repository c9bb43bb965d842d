// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.Rejection;
import io.profiler.store.backend.ErrorIndex;
import io.profiler.store.backend.PointKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Appends batches by the script, and tells the index of failed traces. */
final class Appending {

    private final RedisConnection connection;
    private final Expiry expiry;
    private final boolean filterErrorTrace;
    private final ErrorIndex errorIndex;
    private final FailedTraces failedTraces;
    private final OccasionalLog rejected = new OccasionalLog(LoggerFactory.getLogger(RedisTraceStore.class));

    Appending(RedisConnection connection, Expiry expiry, boolean filterErrorTrace, ErrorIndex errorIndex) {
        this.connection = connection;
        this.expiry = expiry;
        this.filterErrorTrace = filterErrorTrace;
        this.errorIndex = errorIndex;
        this.failedTraces = new FailedTraces(expiry);
    }

    AppendResult append(List<TracePoint> points) {
        Set<String> refused = new HashSet<>();
        List<Rejection> rejections = new ArrayList<>();
        connection.withScripts((server, timeout) -> {
            try (AppendPipeline pipeline = new AppendPipeline(server, timeout, refused::add)) {
                rejections.clear();
                send(points, pipeline, rejections);
                pipeline.finish();
                return true;
            }
        });
        rejections.removeIf(rejection -> refused.contains(rejection.point().baseId()));
        refused.forEach(baseId -> rejections.addAll(rejectionsOf(baseId, points)));
        if (filterErrorTrace) {
            recordFailed(points.stream()
                    .filter(point -> !refused.contains(point.baseId()))
                    .toList());
        }
        return AppendResult.allBut(points.size(), rejections);
    }

    private void recordFailed(List<TracePoint> points) {
        errorIndex.record(points, lastErrorAt -> connection.with(redis -> failedTraces.record(redis, lastErrorAt)));
    }

    private void send(List<TracePoint> points, AppendPipeline pipeline, List<Rejection> rejections) {
        AppendCall call = new AppendCall(expiry);
        for (TracePoint point : points) {
            addWritable(call, point, rejections);
            if (call.isFull()) {
                pipeline.send(call);
                call = new AppendCall(expiry);
            }
        }
        if (call.points() > 0) {
            pipeline.send(call);
        }
    }

    private void addWritable(AppendCall call, TracePoint point, List<Rejection> rejections) {
        try {
            call.add(point);
        } catch (IllegalArgumentException unwritable) {
            rejected.warn("Trace point " + PointKey.of(point) + " is dropped: " + unwritable.getMessage());
            rejections.add(new Rejection(point, String.valueOf(unwritable.getMessage())));
        }
    }

    private List<Rejection> rejectionsOf(String baseId, List<TracePoint> points) {
        String reason = OsprofilerKeys.POINTS + baseId + " or " + OsprofilerKeys.IDS + baseId + " in " + connection
                + " holds something else";
        rejected.warn("Trace points of " + baseId + " are dropped: " + reason);
        return points.stream()
                .filter(point -> point.baseId().equals(baseId))
                .map(point -> new Rejection(point, reason))
                .toList();
    }
}
