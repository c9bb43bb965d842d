// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.r2dbc.spi.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a statement is given: its values, or a list of them for each execution of a batch. */
final class ParameterValues {

    /** As many as are shown, and one more, to be counted. */
    private static final int MOST = 100;

    private final List<List<@Nullable Object>> earlier = new ArrayList<>();

    /** By place, since a place may be bound again. */
    private Map<String, @Nullable Object> latest = new LinkedHashMap<>();

    void bind(String place, @Nullable Object value) {
        latest.put(place, value instanceof Parameter parameter ? parameter.getValue() : value);
    }

    void add() {
        if (earlier.size() < MOST) {
            earlier.add(new ArrayList<>(latest.values()));
        }
        latest = new LinkedHashMap<>();
    }

    List<?> list() {
        List<@Nullable Object> last = new ArrayList<>(latest.values());
        if (earlier.isEmpty()) {
            return last;
        }
        List<Object> all = new ArrayList<>(earlier);
        all.add(last);
        return all;
    }
}
