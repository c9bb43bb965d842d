// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp;

import io.profiler.otlp.internal.OtlpIds;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceWriter;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends traces to whatever takes OTLP/HTTP, as OSprofiler's driver {@code otlp} does, and gives none back.
 *
 * <p>A span is sent when its stop has come; until then its start counts as stored and is kept here, up to a bound. What is
 * still open when the store is closed is sent as unfinished. A batch that is sent again makes the same spans with the same
 * ids.
 */
final class OtlpTraceWriter implements TraceWriter {

    private static final Logger logger = LoggerFactory.getLogger(OtlpTraceWriter.class);
    private static final int MOST_OPEN_SPANS = 10_000;

    private final OtlpEndpoint endpoint;
    private final OtlpConnection connection;
    private final OpenSpans openSpans = new OpenSpans(MOST_OPEN_SPANS);

    OtlpTraceWriter(OtlpEndpoint endpoint, Duration connectTimeout) {
        this.endpoint = endpoint;
        this.connection = new OtlpConnection(endpoint, connectTimeout);
    }

    /** A span that is refused may have its start from an earlier batch: then this batch accounts for it. Which spans a
     * receiver refuses, it does not say. */
    @Override
    public synchronized AppendResult append(List<TracePoint> points) {
        OpenSpans.Outcome outcome = openSpans.join(points);
        int lost = refusedPoints(outcome);
        openSpans.settle(outcome);
        int rejected = Math.min(points.size(), lost);
        return new AppendResult(points.size() - rejected, rejected, List.of());
    }

    private int refusedPoints(OpenSpans.Outcome outcome) {
        long refused = connection.send(outcome.spans());
        int sent = outcome.points() - outcome.unreadable();
        return outcome.unreadable() + (int) Math.min(sent, 2 * refused);
    }

    @Override
    public String lookElsewhere(String baseId) {
        return "look for trace " + OtlpIds.traceId(baseId) + " in the tool that it sends them to";
    }

    @Override
    public synchronized void close() {
        OpenSpans.Outcome open = openSpans.all();
        try {
            connection.send(open.spans());
            openSpans.settle(open);
        } catch (StoreUnavailableException away) {
            logger.warn("{} unfinished spans are lost: {}", open.spans().size(), away.getMessage());
        }
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
