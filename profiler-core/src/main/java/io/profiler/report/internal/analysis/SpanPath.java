// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where spans stand: the steps that lead from the top down to them, which are their names or whatever else tells them apart.
 * Of one origin, equal paths are the same object. Not thread-safe.
 *
 * <p>What is deeper than {@link #MAX_STEPS} shares the path that ends with a step that says so: a trace may be as deep as it
 * has spans, and no reader of paths follows it there.
 *
 * @param <S> what a step is, with equals and hashCode
 */
public final class SpanPath<S> {

    public static final int MAX_STEPS = 256;
    public static final String DEEPER = "…";

    private final @Nullable SpanPath<S> parent;
    private final S step;
    private final int length;
    private @Nullable Map<S, SpanPath<S>> children;

    private SpanPath(@Nullable SpanPath<S> parent, S step, int length) {
        this.parent = parent;
        this.step = step;
        this.length = length;
    }

    /** The path without a step, from which all others by name come. */
    public static SpanPath<String> origin() {
        return origin(DEEPER);
    }

    /**
     * The path without a step, from which all others come.
     *
     * @param deeper the step that stands for all that is deeper
     */
    public static <S> SpanPath<S> origin(S deeper) {
        return new SpanPath<>(null, deeper, 0);
    }

    /** The path that is longer by a step. */
    public SpanPath<S> child(S next) {
        if (length > MAX_STEPS) {
            return this;
        }
        if (children == null) {
            children = new LinkedHashMap<>(2);
        }
        S last = length == MAX_STEPS ? top().step : next;
        return children.computeIfAbsent(last, key -> new SpanPath<>(this, key, length + 1));
    }

    private SpanPath<S> top() {
        SpanPath<S> path = this;
        while (path.parent != null) {
            path = path.parent;
        }
        return path;
    }

    /** The steps from the top down. */
    public List<S> steps() {
        List<S> steps = new ArrayList<>(length);
        for (SpanPath<S> path = this; path.parent != null; path = path.parent) {
            steps.add(path.step);
        }
        Collections.reverse(steps);
        return steps;
    }

    @Override
    public String toString() {
        return steps().stream().map(String::valueOf).collect(Collectors.joining(" > "));
    }
}
