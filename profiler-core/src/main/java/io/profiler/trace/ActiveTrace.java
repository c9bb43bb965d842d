// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.ThreadCounters;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service knows about one trace it takes part in. */
final class ActiveTrace {

    final TracePointSink sink;
    final Origin origin;
    final ArgumentCapture capture;
    final TraceContext context;
    final TraceClock clock;
    final SpanAllowance allowance;
    final Ledger ledger = new Ledger();
    final Heirs heirs = new Heirs();
    final ErrorStacks errorStacks = new ErrorStacks();

    /** What every point says that says nothing else. */
    private final Map<String, @Nullable Object> hostInfo;

    /** Who wants to know meanwhile how long spans take; mostly nobody. */
    volatile @Nullable SpanTimes times;

    /** Processor time of the topmost span, if that was settled before it ended; negative if not. */
    volatile long settledNanos = ThreadCounters.UNKNOWN;

    final TraceInsight insight;

    /** The looks at its threads; null if nobody wants any, as mostly. */
    final @Nullable Sampling sampling;

    /** What the JVM tells of its methods; null if nobody wants that, as mostly. */
    final @Nullable MethodWitness methods;

    private volatile boolean endsLater;
    private volatile @Nullable Thread worker;
    private volatile boolean severalWork;

    private final TraceBudget budget;

    /** High half of every span id made here; 0 until the first is asked for. The low half is drawn span by span. */
    private long spanIdHigh;

    /**
     * @param insight what is told of it beside its spans
     * @param openedAtNanos {@link System#nanoTime()} when it began, which may be a while ago
     */
    ActiveTrace(
            TracePointSink sink,
            Origin origin,
            ArgumentCapture capture,
            TraceContext context,
            TraceBudget budget,
            TraceInsight insight,
            long openedAtNanos) {
        this.sink = sink;
        this.origin = origin;
        this.capture = capture;
        this.context = Objects.requireNonNull(context);
        this.budget = budget;
        this.insight = insight;
        this.sampling = insight.sampling();
        this.allowance = new SpanAllowance(context.allowance(), budget.spans());
        this.methods = MethodWitness.of(insight.methodMask(), allowance);
        this.hostInfo = Map.of("host", origin.host());
        this.clock = new TraceClock(openedAtNanos);
    }

    synchronized long spanIdHigh() {
        if (spanIdHigh == 0) {
            spanIdHigh = UUID.randomUUID().getMostSignificantBits();
        }
        return spanIdHigh;
    }

    SpanTemplate template(@Nullable String name) {
        return capture.templates.of(String.valueOf(name));
    }

    /** What is said of a span, as far as it may be kept. */
    Info info(@Nullable Map<String, ? extends @Nullable Object> members) {
        return Info.own(fit(capture.copy(members)));
    }

    /** As much of what is said of a span as there is room for. */
    Map<String, @Nullable Object> fit(Map<String, @Nullable Object> info) {
        return info.isEmpty() ? info : new InfoFit(budget, ledger).of(info);
    }

    Map<String, @Nullable Object> withHost(Map<String, @Nullable Object> ownInfo) {
        if (ownInfo.isEmpty()) {
            return hostInfo;
        }
        Map<String, @Nullable Object> info = new LinkedHashMap<>(ownInfo);
        info.put("host", origin.host());
        return info;
    }

    /** A point is lost, because there is no room for the chunk that it would be in. */
    void drop(SpanChunk refused) {
        ledger.foundNoRoom();
        sink.drop(refused, 1);
    }

    /** The manifest is lost as well, which is a point like others, but none of those that it tells of. */
    void dropEnd(SpanChunk refused) {
        ledger.foundNoRoom();
        sink.drop(refused, refused.capacity());
    }

    /** A span is left out, because no more may be recorded. */
    void dropOverLimit() {
        dropOverLimit(1);
    }

    /** The same of several. */
    void dropOverLimit(long spans) {
        if (spans > 0) {
            ledger.overLimit(spans);
            sink.dropOverLimit((int) Math.min(Integer.MAX_VALUE, Ledger.POINTS_OF_SPAN * spans));
        }
    }

    /** A thread records the trace from now on. */
    void worksHere(Thread thread) {
        Thread first = worker;
        if (first == null) {
            worker = thread;
        } else if (first != thread) {
            severalWork = true;
        }
    }

    /** Whether more than one thread has recorded it, so that what one counts is not all. */
    boolean isOfSeveralThreads() {
        return severalWork;
    }

    /** A span at the top ends. */
    void topEnds(RecordedSpan top, long elapsedNanos) {
        heirs.letGo();
        if (sampling != null) {
            sampling.topEnds(top, elapsedNanos, endsLater);
        }
        if (methods != null) {
            methods.ended(top, elapsedNanos);
        }
    }

    /** Somebody will say when the request has ended, as no span is around it. */
    void endsLater() {
        endsLater = true;
    }

    /** The request has ended, whatever became of its spans. */
    void end() {
        if (sampling != null) {
            sampling.end();
        }
    }
}
