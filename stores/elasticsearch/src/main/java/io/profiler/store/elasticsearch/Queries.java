// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.point.PointTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is searched for: always without what has expired. */
final class Queries {

    /** For whoever wants all hits in no order. */
    static final String UNSORTED = "_doc";

    static final Map<String, Object> EXPIRED = Map.of("range", Map.of(Expiry.MEMBER, Map.of("lt", "now")));

    private Queries() {}

    /**
     * Documents of one time in the order in which the server has them; those whose time it cannot sort by, because there
     * is none or it is too far away, come first.
     */
    static Map<String, Object> byTime(String order) {
        return Map.of("timestamp", Map.of("order", order, "unmapped_type", "date", "missing", "_first"));
    }

    static Map<String, Object> all() {
        return where(Map.of("match_all", Map.of()));
    }

    /**
     * Points of a trace; and of others with the same words in their ids, if the index was not made by our template but
     * takes ids for prose.
     */
    static Map<String, Object> ofTrace(String baseId) {
        return where(Map.of("match", Map.of("base_id", Map.of("query", baseId, "operator", "and"))));
    }

    /** Where ids are taken for prose, OSprofiler's own indexes have them whole in {@code base_id.keyword}. */
    static Map<String, Object> ofTraces(List<String> baseIds) {
        return where(Map.of(
                "bool",
                Map.of(
                        "should",
                        List.of(
                                Map.of("terms", Map.of("base_id", baseIds)),
                                Map.of("terms", Map.of("base_id.keyword", baseIds))))));
    }

    /** What was active up to a time, less some traces; empty for what was active whenever. */
    static Map<String, Object> activity(String upTo, Collection<String> without) {
        Map<String, Object> until = upTo.isEmpty()
                ? Map.of("match_all", Map.of())
                : Map.of("range", Map.of("timestamp", Map.of("lte", upTo)));
        return Map.of(
                "bool",
                Map.of(
                        "filter",
                        List.of(until),
                        "must_not",
                        List.of(
                                EXPIRED,
                                Map.of("terms", Map.of("base_id", without)),
                                Map.of("terms", Map.of("base_id.keyword", without)))));
    }

    /** And those whose time the server does not know. */
    static Map<String, Object> since(Instant time) {
        Map<String, Object> later = Map.of("range", Map.of("timestamp", Map.of("gte", PointTime.format(time))));
        Map<String, Object> unknown =
                Map.of("bool", Map.of("must_not", List.of(Map.of("exists", Map.of("field", "timestamp")))));
        return where(Map.of("bool", Map.of("should", List.of(later, unknown))));
    }

    private static Map<String, Object> where(Map<String, Object> condition) {
        return Map.of("bool", Map.of("filter", List.of(condition), "must_not", List.of(EXPIRED)));
    }
}
