// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One document that a search found. */
record Hit(String index, String id, Map<String, @Nullable Object> source) {

    static Hit of(Object hit) {
        Map<?, ?> members = hit instanceof Map<?, ?> map ? map : Map.of();
        Map<String, @Nullable Object> source = new LinkedHashMap<>();
        if (members.get("_source") instanceof Map<?, ?> document) {
            document.forEach((name, value) -> source.put(String.valueOf(name), value));
        }
        return new Hit(Objects.toString(members.get("_index"), ""), Objects.toString(members.get("_id"), ""), source);
    }

    String text(String member) {
        return String.valueOf(source.get(member));
    }
}
