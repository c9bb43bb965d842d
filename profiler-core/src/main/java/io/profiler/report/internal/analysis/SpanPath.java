// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where spans stand: the names that lead from the top down to them. Of one origin, equal paths are the same object. Not
 * thread-safe.
 *
 * <p>What is deeper than {@link #MAX_NAMES} shares the path that ends with {@link #DEEPER}: a trace may be as deep as it
 * has spans, and no reader of paths follows it there.
 */
public final class SpanPath {

    public static final int MAX_NAMES = 256;
    public static final String DEEPER = "…";

    private final @Nullable SpanPath parent;
    private final String name;
    private final int length;
    private @Nullable Map<String, SpanPath> children;

    private SpanPath(@Nullable SpanPath parent, String name, int length) {
        this.parent = parent;
        this.name = name;
        this.length = length;
    }

    /** The path without a name, from which all others come. */
    public static SpanPath origin() {
        return new SpanPath(null, "", 0);
    }

    /** The path that is longer by a name. */
    public SpanPath child(String childName) {
        if (length > MAX_NAMES) {
            return this;
        }
        if (children == null) {
            children = new LinkedHashMap<>(2);
        }
        String last = length == MAX_NAMES ? DEEPER : childName;
        return children.computeIfAbsent(last, key -> new SpanPath(this, key, length + 1));
    }

    /** The names from the top down. */
    public List<String> names() {
        List<String> names = new ArrayList<>(length);
        for (SpanPath path = this; path.parent != null; path = path.parent) {
            names.add(path.name);
        }
        Collections.reverse(names);
        return names;
    }

    @Override
    public String toString() {
        return String.join(" > ", names());
    }
}
