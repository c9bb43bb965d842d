// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.SpanCourse.Way;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The spans that have to be, or may be, on the stack of a thread at a time, by what its course says. */
final class SpanChain {

    /** Longer recursion is told apart by its innermost calls. */
    private static final int LONGEST = 128;

    private static final int TOP = -1;

    private final SpanCourse course;
    private final int size;
    private final Map<RecordedSpan, Integer> starts = new IdentityHashMap<>();

    private final Map<RecordedSpan, Integer> shapes = new IdentityHashMap<>();
    private final Map<Shape, Integer> numbers = new HashMap<>();

    /** Where the thread was last told where to go on, by entry. */
    private final int[] places;

    /** A span, by the number of the shape around it. */
    private record Shape(int around, String name, @Nullable String function) {}

    /**
     * One span of a chain.
     *
     * @param isRequired whether it began here since the thread was last told where to go on
     */
    record Step(RecordedSpan span, Marker marker, @Nullable String function, boolean isRequired) {}

    SpanChain(SpanCourse course) {
        this.course = course;
        this.size = course.size();
        this.places = new int[size];
        int place = -1;
        for (int i = 0; i < size; i++) {
            Way way = course.way(i);
            if (way == Way.STARTED || way == Way.STARTED_LAMBDA) {
                starts.put(course.span(i), i);
            } else if (way == Way.PLACED) {
                place = i;
                addTopmost(course.span(i), i);
            }
            places[i] = place;
        }
    }

    /** A request's span becomes the current one by being told so, and may be on the stack all the same. */
    private void addTopmost(@Nullable RecordedSpan span, int entry) {
        if (span != null && span.parent == null) {
            starts.putIfAbsent(span, entry);
        }
    }

    int size() {
        return size;
    }

    /** The same for spans of which no stack shows a difference: those in a loop. */
    int shape(RecordedSpan span) {
        Integer known = shapes.get(span);
        if (known == null) {
            Shape shape = new Shape(span.parent == null ? TOP : shape(span.parent), span.name(), function(span));
            known = numbers.computeIfAbsent(shape, missing -> numbers.size());
            shapes.put(span, known);
        }
        return known;
    }

    /** The spans around, and at last the one of an entry of the course. */
    List<Step> of(int entry) {
        Deque<Step> steps = new ArrayDeque<>();
        int place = places[entry];
        for (RecordedSpan span = course.span(entry); span != null && steps.size() < LONGEST; span = span.parent) {
            Integer start = starts.get(span);
            if (start != null) {
                steps.addFirst(new Step(span, marker(span, start), function(span), start > place));
            }
        }
        return List.copyOf(steps);
    }

    private Marker marker(RecordedSpan span, int start) {
        if (function(span) != null) {
            return Marker.METHOD;
        }
        if (course.way(start) == Way.STARTED_LAMBDA) {
            return Marker.LAMBDA;
        }
        if (span.startMembers().containsKey("db")) {
            return Marker.STATEMENT;
        }
        return span.parent == null ? Marker.REQUEST : Marker.NONE;
    }

    /** The method that a span is around, as its start names it; null if it is around anything else. */
    private static @Nullable String function(RecordedSpan span) {
        return span.startMembers().get("function") instanceof Map<?, ?> function
                        && function.get("name") instanceof String name
                ? name
                : null;
    }
}
