// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import com.mongodb.RequestContext;
import io.profiler.trace.TracePosition;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the driver keeps of a call, and gives to whoever listens to the call's commands. */
final class PositionContext implements RequestContext {

    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    /** What is known of a call that is made at a position: what others know, if there are others. */
    static RequestContext with(TracePosition position, @Nullable RequestContext others) {
        RequestContext context = others == null ? new PositionContext() : others;
        context.put(TracePosition.class, position);
        return context;
    }

    /** Where a command's call was made; null if nobody has said so. */
    static @Nullable TracePosition positionIn(@Nullable RequestContext context) {
        return context != null && context.hasKey(TracePosition.class) ? context.get(TracePosition.class) : null;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T get(Object key) {
        Object value = values.get(key);
        if (value == null) {
            throw new NoSuchElementException("nothing is known of " + key);
        }
        return (T) value;
    }

    @Override
    public boolean hasKey(Object key) {
        return values.containsKey(key);
    }

    @Override
    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public void put(Object key, Object value) {
        values.put(key, value);
    }

    @Override
    public void delete(Object key) {
        values.remove(key);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public Stream<Map.Entry<Object, Object>> stream() {
        return values.entrySet().stream();
    }
}
