// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Points of spans that begin or end on a thread which does not profile their trace: a chunk for each. */
final class LonePoints {

    private LonePoints() {}

    /** Begins a span that is no thread's current one. */
    static Span start(ActiveTrace trace, @Nullable RecordedSpan parent, SpanTemplate template, Supplier<Info> info) {
        return startedAt(trace.clock.elapsedNanos(), trace, parent, template, info);
    }

    /** Begins one for work that began before. */
    static Span startedAt(
            long elapsedNanos,
            ActiveTrace trace,
            @Nullable RecordedSpan parent,
            SpanTemplate template,
            Supplier<Info> info) {
        if (!admit(trace, parent, template)) {
            return Span.NOOP;
        }
        return begin(
                new RecordedSpan(
                        trace,
                        parent,
                        template,
                        info.get(),
                        ThreadLocalRandom.current().nextLong()),
                elapsedNanos);
    }

    /** Takes room for a span, if it may begin. */
    static boolean admit(ActiveTrace trace, @Nullable RecordedSpan parent, SpanTemplate template) {
        return (parent == null || trace.allowance.allows(template.name())) && takeRoom(trace);
    }

    /** Begins a span, which was admitted. */
    static RecordedSpan begin(RecordedSpan span, long elapsedNanos) {
        ActiveTrace trace = span.trace;
        trace.ledger.began(1);
        SpanChunk chunk = new SpanChunk(trace, 1, span.startBytes());
        if (offer(chunk, trace)) {
            chunk.addStart(span, elapsedNanos);
            handOver(chunk, trace);
        }
        return span;
    }

    private static boolean takeRoom(ActiveTrace trace) {
        int portion = trace.allowance.takePortion();
        if (portion == 0) {
            trace.dropOverLimit();
            return false;
        }
        trace.allowance.giveBack(portion - 1);
        return true;
    }

    static void stop(RecordedSpan span, long elapsedNanos) {
        if (span.parent == null) {
            end(span, elapsedNanos);
            return;
        }
        SpanChunk chunk = new SpanChunk(span.trace, 1, span.stopBytes());
        if (offer(chunk, span.trace)) {
            chunk.addStop(span, elapsedNanos);
            handOver(chunk, span.trace);
        }
    }

    /** The manifest and the stop of a span at the top. */
    static void end(RecordedSpan top, long elapsedNanos) {
        SpanChunk chunk = endChunk(top);
        boolean taken = top.trace.sink.offerEnd(chunk);
        if (!taken && Sampling.forgetFor(top)) {
            chunk = endChunk(top);
            taken = top.trace.sink.offerEnd(chunk);
        }
        if (taken) {
            top.trace.ledger.handedOver(1);
            chunk.addEnd(top, elapsedNanos);
            handOver(chunk, top.trace);
        } else {
            top.trace.dropEnd(chunk);
        }
    }

    private static SpanChunk endChunk(RecordedSpan top) {
        return new SpanChunk(top.trace, SpanChunk.POINTS_OF_END, top.stopBytes());
    }

    private static boolean offer(SpanChunk chunk, ActiveTrace trace) {
        boolean taken = trace.sink.offer(chunk);
        if (taken) {
            trace.ledger.handedOver(1);
        } else {
            trace.drop(chunk);
        }
        return taken;
    }

    private static void handOver(SpanChunk chunk, ActiveTrace trace) {
        chunk.abandon();
        trace.sink.ready();
    }
}
