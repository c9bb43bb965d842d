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

    /** Its names, punctuation, and the id. */
    private static final int PER_SPAN = 90;

    private static final double NANOS_PER_TENTH = 1e5;

    private final Map<@Nullable Object, Of> bySpan = new LinkedHashMap<>();
    private int taken;
    private @Nullable FrameTable table;

    /** Those of one span. */
    private record Of(@Nullable String spanId, Calls calls) {

        int count() {
            return calls.count();
        }
    }

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
        bySpan.computeIfAbsent(spanId, missing -> new Of(spanId, new Calls()))
                .calls()
                .add(stack.visible(from), kind, Math.round(sinceOpenedNanos / NANOS_PER_TENTH));
    }

    /**
     * What is said of the request.
     *
     * @param everyMillis between two looks at one thread, on the average
     * @param withoutRoom looks that could not be kept
     * @return members for JSON
     */
    public Map<String, @Nullable Object> toInfo(double everyMillis, int withoutRoom) {
        List<Of> spans = new ArrayList<>(bySpan.values());
        spans.sort(Comparator.comparingInt(Of::count).reversed());
        int least = 1;
        Draft draft = new Draft(spans, least);
        while (draft.length > ROOM) {
            least *= 2;
            draft = new Draft(spans, least);
        }
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("every", Math.round(everyMillis * 10) / 10d);
        info.put("taken", taken + withoutRoom);
        info.put("left_out", taken - draft.told + withoutRoom);
        info.put("frames", draft.frames.names());
        info.put("spans", draft.spans());
        return info;
    }

    /** All that was seen at least so often. */
    private final class Draft {

        private final UsedFrames frames = new UsedFrames(Samples.this::name);
        private final List<Of> shown = new ArrayList<>();
        private final List<ForestText> forests = new ArrayList<>();
        private long length;
        private int told;

        Draft(List<Of> spans, int leastLooks) {
            for (Of span : spans) {
                ForestText forest = ForestText.of(span.calls(), frames, leastLooks);
                if (forest.told() > 0) {
                    shown.add(span);
                    forests.add(forest);
                    told += forest.told();
                    length += PER_SPAN + forest.text().length();
                }
            }
            length += frames.length();
        }

        /** What room is left is for times, of which each span gets its share. */
        List<Map<String, Object>> spans() {
            List<Map<String, Object>> spans = new ArrayList<>();
            long room = ROOM - length;
            for (int i = 0; i < shown.size(); i++) {
                String times = TimesText.of(shown.get(i).calls(), room / (shown.size() - i));
                room -= times.length();
                spans.add(span(shown.get(i).spanId(), forests.get(i).text(), times));
            }
            return spans;
        }
    }

    private static Map<String, Object> span(@Nullable String id, String stacks, String times) {
        Map<String, Object> span = new LinkedHashMap<>();
        if (id != null) {
            span.put("span", id);
        }
        span.put("stacks", stacks);
        if (!times.isEmpty()) {
            span.put("times", times);
        }
        return span;
    }

    private String name(int frame) {
        return table == null ? "" : table.frame(frame).name();
    }
}
