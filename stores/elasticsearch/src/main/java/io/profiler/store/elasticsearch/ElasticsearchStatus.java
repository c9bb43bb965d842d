// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.store.StoreStatus;
import io.profiler.store.backend.ClockDifference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What Elasticsearch or OpenSearch tells of itself and of the index of trace points. */
final class ElasticsearchStatus {

    private static final String INDEX = "/" + OsprofilerIndexes.POINTS;
    private static final int UNKNOWN_USER = 401;
    private static final String IF_THERE = "?ignore_unavailable=true&allow_no_indices=true";

    private static final Map<String, Object> DISTINCT_IDS = Map.of(
            "size",
            0,
            "aggs",
            Map.of("traces", Map.of("cardinality", Map.of("field", "base_id", "precision_threshold", 40_000))));

    private static final Map<String, Object> NEWEST =
            Map.of("size", 100, "_source", false, "sort", List.of(Queries.byTime("desc")));

    private final ElasticsearchConnection connection;

    ElasticsearchStatus(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    StoreStatus read() {
        String server = server();
        Map<String, @Nullable Object> sizes =
                allowed(() -> connection.send("GET", INDEX + "/_stats/docs,store" + IF_THERE));
        return new StoreStatus(
                server,
                allowed(() -> number(member(search(DISTINCT_IDS), "aggregations", "traces", "value"))),
                number(member(sizes, "_all", "primaries", "docs", "count")),
                number(member(sizes, "_all", "total", "store", "size_in_bytes")),
                allowed(this::missing),
                allowed(() -> ClockDifference.measure(this::clock)),
                allowed(this::writers));
    }

    /** Null if this user may not ask. */
    private @Nullable String server() {
        Map<String, @Nullable Object> root = allowed(() -> connection.send("GET", "/"));
        Object told = member(root, "version", "number");
        Object number = told == null ? allowed(() -> ofThisNode("/_nodes/_local/version", "version")) : told;
        String product =
                "opensearch".equals(member(root, "version", "distribution")) ? "OpenSearch " : "Elasticsearch ";
        return number == null ? null : product + number;
    }

    private Map<String, @Nullable Object> search(Map<String, Object> search) {
        return connection.send("POST", INDEX + "/_search" + IF_THERE, search);
    }

    /** An index that OSprofiler made, or the server by itself, takes ids for prose. */
    private List<String> missing() {
        Map<String, @Nullable Object> indexes = connection.send("GET", INDEX + "/_mapping" + IF_THERE);
        return indexes.entrySet().stream()
                .filter(index ->
                        !"keyword".equals(member(index.getValue(), "mappings", "properties", "base_id", "type")))
                .map(index -> index.getKey() + " (base_id as keyword)")
                .toList();
    }

    /** Neither server says in its answers when it made them, but each of a cluster's nodes does. */
    private @Nullable Instant clock() {
        Long millis = number(ofThisNode("/_nodes/_local/stats/jvm", "timestamp"));
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private @Nullable Object ofThisNode(String path, String name) {
        return connection.send("GET", path).get("nodes") instanceof Map<?, ?> nodes
                ? nodes.values().stream()
                        .map(node -> member(node, name))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Ours have an id with the span's name; the server makes one of letters and digits where the writer gives none. */
    private @Nullable String writers() {
        if (!(member(search(NEWEST), "hits", "hits") instanceof List<?> hits) || hits.isEmpty()) {
            return null;
        }
        long ours = hits.stream()
                .filter(hit -> String.valueOf(member(hit, "_id")).contains(":"))
                .count();
        return "of the newest " + hits.size() + " trace points this profiler wrote " + ours
                + "; others do not tell by whom they are";
    }

    private static @Nullable Object member(@Nullable Object document, String... path) {
        Object found = document;
        for (String name : path) {
            found = found instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return found;
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : null;
    }

    /** What the server refuses to a user whom it knows is not this user's to ask, or not in this index. */
    private static <T> @Nullable T allowed(Supplier<@Nullable T> question) {
        try {
            return question.get();
        } catch (RefusedException refused) {
            if (refused.status() == UNKNOWN_USER) {
                throw refused;
            }
            return null;
        }
    }
}
