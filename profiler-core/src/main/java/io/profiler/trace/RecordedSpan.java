// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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

    private static final int UNKNOWN = -1;
    private static final int ALLOCATION_UNIT = 8;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long BELOW_VARIANT = 0x3fff_ffff_ffff_ffffL;

    final ActiveTrace trace;
    final @Nullable RecordedSpan parent;
    final SpanTemplate template;
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
            known = new UUID(trace.spanIdHigh(), idLow).toString();
            id = known;
        }
        return known;
    }

    String parentId() {
        return parent == null ? trace.context.parentId() : parent.id();
    }

    @Override
    public void stop() {
        end(Info.NONE, trace.clock.elapsedNanos());
    }

    @Override
    public void stop(@Nullable Throwable error, Map<String, ? extends @Nullable Object> info) {
        stop(trace.clock.elapsedNanos(), error, info);
    }

    @Override
    public void stopAt(long nanoTime, @Nullable Throwable error, Map<String, ? extends @Nullable Object> info) {
        stop(trace.clock.elapsedNanosAt(nanoTime), error, info);
    }

    private void stop(long elapsedNanos, @Nullable Throwable error, Map<String, ? extends @Nullable Object> info) {
        end(StopInfo.of(trace, error, info), elapsedNanos);
    }

    /** Ends the span with what is no text of the application's. */
    void stopWith(Map<String, @Nullable Object> counts) {
        end(StopInfo.of(() -> counts), trace.clock.elapsedNanos());
    }

    void stopWithResult(@Nullable Object result) {
        long elapsedNanos = trace.clock.elapsedNanos();
        end(StopInfo.ofResult(trace, result), elapsedNanos);
    }

    /** The same span, saying something else when it starts. */
    RecordedSpan saying(Info start) {
        return new RecordedSpan(trace, parent, template, start, idLow);
    }

    /** Ends it with nothing to say, for whoever records the end himself. */
    RecordedSpan ended() {
        STOP_INFO.setRelease(this, Info.NONE);
        return this;
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
        if (parent == null) {
            trace.topEnds(this, elapsedNanos);
        }
        Recorder recorder = CurrentRecorder.of(trace);
        if (recorder == null) {
            LonePoints.stop(this, elapsedNanos);
        } else {
            recorder.stopped(this, elapsedNanos);
        }
    }

    @Override
    public void detach() {
        try {
            Recorder recorder = CurrentRecorder.of(trace);
            if (recorder != null) {
                recorder.detach(this);
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** The span above all others of its request. */
    RecordedSpan topmost() {
        RecordedSpan top = this;
        while (top.parent != null) {
            top = top.parent;
        }
        return top;
    }

    boolean hasEnded() {
        return STOP_INFO.getAcquire(this) != null;
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
        } else if (parent == null) {
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
        int bytes = stopInfo().bytes();
        return parent == null && trace.sampling != null ? bytes + trace.sampling.bytes(this) : bytes;
    }

    /** What its thread allocated while it was open; negative if unknown. */
    long allocatedBytes() {
        return allocated < 0 ? UNKNOWN : (long) allocated * ALLOCATION_UNIT;
    }

    /** What its end says; there is one. */
    Info stopInfo() {
        return (Info) STOP_INFO.getAcquire(this);
    }

    /** Whether it has ended with an error. */
    boolean hasFailed() {
        return stopInfo().members().containsKey(InfoFit.ERROR_TYPE);
    }

    @Override
    public String toString() {
        return "Span[" + template.startName() + ' ' + id() + ']';
    }
}
