// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told of looks, span by span, as long as there is room. Not thread-safe. */
final class SamplesDraft {

    /** Its names, punctuation, and the id. */
    private static final int PER_SPAN = 90;

    private final UsedFrames frames;
    private final List<SpanCalls> shown = new ArrayList<>();
    private final List<ForestText> forests = new ArrayList<>();
    private long length;
    private int told;

    SamplesDraft(UsedFrames frames) {
        this.frames = frames;
    }

    /**
     * Tells what was seen at least so often in a span.
     *
     * @return false if there is no room for that
     */
    boolean add(SpanCalls span, int leastLooks, long room) {
        int known = frames.count();
        ForestText forest = ForestText.of(span.calls(), frames, leastLooks);
        long longer = length + PER_SPAN + forest.text().length();
        boolean isNothing = forest.told() == 0;
        if (isNothing || longer + frames.length() > room) {
            frames.keep(known);
            return isNothing;
        }
        shown.add(span);
        forests.add(forest);
        length = longer;
        told += forest.told();
        return true;
    }

    /** How many looks it tells. */
    int told() {
        return told;
    }

    List<String> frames() {
        return frames.names();
    }

    /** What room is left is for times, of which each span gets its share. */
    List<Map<String, Object>> spans(long room) {
        List<Map<String, Object>> spans = new ArrayList<>();
        long left = room - length - frames.length();
        for (int i = 0; i < shown.size(); i++) {
            String times = TimesText.of(shown.get(i).calls(), left / (shown.size() - i));
            left -= times.length();
            spans.add(span(shown.get(i), forests.get(i).text(), times));
        }
        return spans;
    }

    private static Map<String, Object> span(SpanCalls of, String stacks, String times) {
        Map<String, Object> span = new LinkedHashMap<>();
        if (of.spanId() != null) {
            span.put("span", of.spanId());
        }
        span.put("stacks", stacks);
        if (!times.isEmpty()) {
            span.put("times", times);
        }
        return span;
    }
}
