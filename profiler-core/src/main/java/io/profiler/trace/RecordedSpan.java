// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.Manifest;
import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A span of a profiled request: an immutable place in the tree, and whether it has ended. */
final class RecordedSpan implements Span {

    private static final VarHandle STOP_INFO;

    static {
        try {
            STOP_INFO = MethodHandles.lookup().findVarHandle(RecordedSpan.class, "stopInfo", Info.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private static final String ERROR_TYPE = "etype";
    private static final int UNKNOWN = -1;
    private static final int ALLOCATION_UNIT = 8;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long BELOW_VARIANT = 0x3fff_ffff_ffff_ffffL;

    final ActiveTrace trace;
    final @Nullable RecordedSpan parent;
    private final SpanTemplate template;
    private final Info startInfo;
    private final long idLow;

    /** Null until somebody asks: two points and each span below need it. Made by two threads at once, it is the same. */
    private @Nullable String id;

    /** What its thread allocated while it was open, in units of eight bytes, of which everything is; negative if unknown. */
    private int allocated = UNKNOWN;

    /** Null until the span ends; set once, through the handle. */
    @SuppressWarnings("unused")
    private @Nullable Info stopInfo;

    /**
     * @param random what tells it from other spans of its trace
     */
    RecordedSpan(ActiveTrace trace, @Nullable RecordedSpan parent, SpanTemplate template, Info startInfo, long random) {
        this.trace = trace;
        this.parent = parent;
        this.template = template;
        this.startInfo = startInfo;
        this.idLow = random & BELOW_VARIANT | VARIANT;
    }

    String id() {
        String known = id;
        if (known == null) {
            known = new UUID(trace.spanIdHigh, idLow).toString();
            id = known;
        }
        return known;
    }

    @Override
    public void stop() {
        end(Info.NONE, trace.elapsedNanos());
    }

    @Override
    public void stop(Map<String, ? extends @Nullable Object> info) {
        stop(trace.elapsedNanos(), null, info);
    }

    @Override
    public void stop(Throwable error) {
        stop(trace.elapsedNanos(), error, Map.of());
    }

    @Override
    public void stop(Throwable error, Map<String, ? extends @Nullable Object> info) {
        stop(trace.elapsedNanos(), error, info);
    }

    @Override
    public void stopAt(long nanoTime, @Nullable Throwable error, Map<String, ? extends @Nullable Object> info) {
        stop(trace.elapsedNanosAt(nanoTime), error, info);
    }

    private void stop(long elapsedNanos, @Nullable Throwable error, Map<String, ? extends @Nullable Object> info) {
        end(StopInfo.of(trace, error, info), elapsedNanos);
    }

    /** Ends the span with what is no text of the application's. */
    void stopWith(Map<String, @Nullable Object> counts) {
        end(StopInfo.of(() -> counts), trace.elapsedNanos());
    }

    void stopWithResult(@Nullable Object result) {
        long elapsedNanos = trace.elapsedNanos();
        end(StopInfo.ofResult(trace, result), elapsedNanos);
    }

    private void end(Info info, long elapsedNanos) {
        try {
            if (STOP_INFO.compareAndSet(this, null, info)) {
                record(elapsedNanos);
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    private void record(long elapsedNanos) {
        if (parent == null && trace.sampling != null) {
            trace.sampling.end(this, elapsedNanos);
        }
        Recorder recorder = Recorder.of(trace);
        if (recorder == null) {
            LonePoints.stop(this, elapsedNanos);
        } else {
            recorder.stopped(this, elapsedNanos);
        }
    }

    @Override
    public void detach() {
        try {
            Recorder recorder = Recorder.of(trace);
            if (recorder != null) {
                recorder.detach(this);
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    String name() {
        return template.name();
    }

    /** Tells what was counted for a span that has ended, or is about to, and is not handed over yet. */
    void count(long allocatedBytes, long processorNanos) {
        long units = allocatedBytes / ALLOCATION_UNIT;
        allocated = units > Integer.MAX_VALUE ? UNKNOWN : (int) units;
        Info ended = (Info) STOP_INFO.getAcquire(this);
        if (ended != null) {
            STOP_INFO.setRelease(this, ended.took(processorNanos));
        } else {
            trace.settledNanos = processorNanos;
        }
    }

    void forgetCount() {
        allocated = UNKNOWN;
    }

    /** Whether it is one of those whose processor time is worth knowing. */
    boolean isLayer() {
        return parent == null || template.isLayer();
    }

    /** What the start says. */
    Map<String, @Nullable Object> startMembers() {
        return startInfo.members();
    }

    int startBytes() {
        return startInfo.bytes();
    }

    int stopBytes() {
        int bytes = ((Info) STOP_INFO.getAcquire(this)).bytes();
        return parent == null && trace.sampling != null ? bytes + trace.sampling.bytes(this) : bytes;
    }

    TracePoint startPoint(long elapsedNanos) {
        return point(template.startName(), startInfo.members(), elapsedNanos);
    }

    TracePoint stopPoint(long elapsedNanos) {
        return point(template.stopName(), stopMembers(), elapsedNanos);
    }

    private Map<String, @Nullable Object> stopMembers() {
        Info stop = (Info) STOP_INFO.getAcquire(this);
        Map<String, @Nullable Object> members = stop.members();
        Map<String, @Nullable Object> counted = allocated < 0 ? members : counted(stop);
        return parent == null && trace.sampling != null ? trace.sampling.addTo(this, counted) : counted;
    }

    private Map<String, @Nullable Object> counted(Info stop) {
        Map<String, @Nullable Object> counted = new LinkedHashMap<>(stop.members());
        counted.put("alloc", (long) allocated * ALLOCATION_UNIT);
        boolean isSettled = parent == null && stop.processorMicros() < 0;
        int micros = (isSettled ? stop.took(trace.settledNanos) : stop).processorMicros();
        if (micros >= 0) {
            counted.put("cpu", micros);
        }
        return counted;
    }

    /** Whether it has ended with an error. */
    boolean hasFailed() {
        return ((Info) STOP_INFO.getAcquire(this)).members().containsKey(ERROR_TYPE);
    }

    /** What becomes known when it has ended already. */
    TracePoint latePoint(String name, String member, Object value, long elapsedNanos) {
        return point(name, Map.of(member, value), elapsedNanos);
    }

    TracePoint manifestPoint(long elapsedNanos) {
        String host = trace.origin.host();
        return point(Manifest.nameFor(template.name()), trace.ledger.manifest().toInfo(host), elapsedNanos);
    }

    private TracePoint point(String name, Map<String, @Nullable Object> ownInfo, long elapsedNanos) {
        return new TracePoint(
                name,
                trace.context.baseId(),
                id(),
                parent == null ? trace.context.parentId() : parent.id(),
                PointTime.format(trace.epochMicros(elapsedNanos)),
                trace.withHost(ownInfo),
                trace.origin.project(),
                trace.origin.service());
    }

    @Override
    public String toString() {
        return "Span[" + template.startName() + ' ' + id() + ']';
    }
}
