// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp;

import io.profiler.otlp.OtlpIds;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import io.profiler.store.WriteOnlyStoreException;
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
final class OtlpTraceStore implements TraceStore {

    private static final Logger logger = LoggerFactory.getLogger(OtlpTraceStore.class);
    private static final int MOST_OPEN_SPANS = 10_000;

    private final OtlpEndpoint endpoint;
    private final OtlpConnection connection;
    private final OpenSpans openSpans = new OpenSpans(MOST_OPEN_SPANS);

    OtlpTraceStore(OtlpEndpoint endpoint, Duration connectTimeout) {
        this.endpoint = endpoint;
        this.connection = new OtlpConnection(endpoint, connectTimeout);
    }

    /** A span that is refused may have its start from an earlier batch: then this batch accounts for it. */
    @Override
    public synchronized AppendResult append(List<TracePoint> points) {
        OpenSpans.Outcome outcome = openSpans.join(points);
        int lost = refusedPoints(outcome);
        openSpans.settle(outcome);
        int rejected = Math.min(points.size(), lost);
        return new AppendResult(points.size() - rejected, rejected);
    }

    /** A start waits for its stop. */
    @Override
    public boolean writesAtOnce() {
        return false;
    }

    private int refusedPoints(OpenSpans.Outcome outcome) {
        long refused = connection.send(outcome.spans());
        int sent = outcome.points() - outcome.unreadable();
        return outcome.unreadable() + (int) Math.min(sent, 2 * refused);
    }

    @Override
    public List<TracePoint> read(String baseId) {
        throw new WriteOnlyStoreException(endpoint + " only takes traces; look for trace " + OtlpIds.traceId(baseId)
                + " in the tool that it sends them to");
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        throw onlyTakes();
    }

    @Override
    public long delete(String baseId) {
        throw onlyTakes();
    }

    private WriteOnlyStoreException onlyTakes() {
        return new WriteOnlyStoreException(
                endpoint + " only takes traces; look at them in the tool that it sends them to");
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
