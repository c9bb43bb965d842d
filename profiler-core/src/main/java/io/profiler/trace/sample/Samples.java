// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The looks at a request, span by span, as the trace tells them: within 64 KiB of JSON. Not thread-safe. */
public final class Samples {

    /** Longest text, in bytes. */
    public static final int LONGEST = 64 * 1024;

    /** What is said beside frames, stacks and times. */
    private static final int ROOM = LONGEST - 512;

    /** What is for the stacks of spans where not all fit, so that something is left for the others, and for times. */
    private static final int ROOM_OF_SPANS = ROOM / 4 * 3;

    private static final double NANOS_PER_TENTH = 1e5;
    private static final double TENTHS_PER_MILLI = 10;

    private final Map<String, SpanCalls> bySpan = new LinkedHashMap<>();
    private final SpanCalls ofNone = new SpanCalls(null, new Calls());
    private int taken;
    private @Nullable FrameTable table;

    /** None yet. */
    public Samples() {}

    /**
     * Tells one look.
     *
     * @param spanId null if it is not known of which span it was
     * @param stack what was seen
     * @param from where in the stack the span begins
     * @param kind what the thread did
     * @param sinceOpenedNanos when, since the service opened the trace
     */
    public void add(@Nullable String spanId, Stack stack, int from, Kind kind, long sinceOpenedNanos) {
        taken++;
        table = stack.table();
        SpanCalls span =
                spanId == null ? ofNone : bySpan.computeIfAbsent(spanId, missing -> new SpanCalls(spanId, new Calls()));
        span.calls().add(stack.visible(from), kind, Math.round(sinceOpenedNanos / NANOS_PER_TENTH));
    }

    /**
     * What is said of the request.
     *
     * @param looks of which these are some
     * @param openedAtNanos {@link System#nanoTime()} when the service opened the trace
     * @param fromNanos since when these are told, in nanoseconds after that; 0 if nothing was told before
     * @param toNanos until when, which is the end of the span that tells them
     * @return members for JSON
     */
    public Map<String, @Nullable Object> toInfo(Looks looks, long openedAtNanos, long fromNanos, long toNanos) {
        SamplesDraft draft = draft();
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        int withoutRoom = fromNanos == 0 ? looks.withoutRoom() : 0;
        info.put("every", Math.round(looks.everyMillis() * 10) / 10d);
        info.put("from", millis(Math.max(fromNanos, looks.begunNanos() - openedAtNanos)));
        info.put("to", millis(Math.min(toNanos, looks.endedNanos() - openedAtNanos)));
        info.put("ended", millis(toNanos));
        info.put("taken", taken + withoutRoom);
        info.put("left_out", taken - draft.told() + withoutRoom);
        info.put("frames", draft.frames());
        info.put("spans", draft.spans(ROOM));
        return info;
    }

    private static double millis(long nanos) {
        return Math.max(0, Math.round(nanos / NANOS_PER_TENTH)) / TENTHS_PER_MILLI;
    }

    private SamplesDraft draft() {
        List<SpanCalls> spans = new ArrayList<>(bySpan.values());
        spans.sort(Comparator.comparingInt(SpanCalls::count).reversed());
        SamplesDraft whole = new SamplesDraft(new UsedFrames(this::name));
        boolean isWhole = spans.stream().allMatch(span -> whole.add(span, 1, ROOM))
                && (ofNone.count() == 0 || whole.add(ofNone, 1, ROOM));
        return isWhole ? whole : draft(spans);
    }

    /**
     * Of spans that were seen often the rare calls are left out, until all of them have room. The others are told as long as there
     * is room, and what was seen in the rest is of no span.
     *
     * @param spans the one with most looks first
     */
    private SamplesDraft draft(List<SpanCalls> spans) {
        int least = 1;
        SamplesDraft draft = new SamplesDraft(new UsedFrames(this::name));
        List<SpanCalls> rest = new ArrayList<>();
        while (mostWithoutRoom(spans, least, draft, rest) >= 2 * least) {
            least *= 2;
            draft = new SamplesDraft(new UsedFrames(this::name));
            rest.clear();
        }
        List<SpanCalls> without = new ArrayList<>();
        mostWithoutRoom(rest, 1, draft, without);
        without.forEach(span -> span.calls().moveTo(ofNone.calls()));
        ofNone.calls().sort();
        for (int leastOfNone = 1; !draft.add(ofNone, leastOfNone, ROOM); ) {
            leastOfNone *= 2;
        }
        return draft;
    }

    /**
     * Adds spans until one has no room.
     *
     * @param rest gets those of which nothing is told
     * @return how many looks there are at the first that had no room; 0 if all had
     */
    private static int mostWithoutRoom(
            List<SpanCalls> spans, int leastLooks, SamplesDraft draft, List<SpanCalls> rest) {
        int most = 0;
        for (SpanCalls span : spans) {
            int told = draft.told();
            if (most == 0 && !draft.add(span, leastLooks, ROOM_OF_SPANS)) {
                most = span.count();
            }
            if (draft.told() == told) {
                rest.add(span);
            }
        }
        return most;
    }

    private String name(int frame) {
        return table == null ? "" : table.frame(frame).name();
    }
}
