// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.store.StoreUnavailableException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the indexes are made that OSprofiler lets the server guess: ids whole, times as times, and nothing of {@code info}
 * but the error, so that values of any kind fit in. An index that is there already stays as it is, and a template of our
 * name stays as its owner changed it.
 */
final class IndexTemplate {

    private static final Logger logger = LoggerFactory.getLogger(IndexTemplate.class);

    private static final String PATH = "/_index_template/osprofiler-notifications?create=true";

    private static final Map<String, Object> KEYWORD = Map.of("type", "keyword");
    private static final Map<String, Object> SHORT_KEYWORD = Map.of("type", "keyword", "ignore_above", 1024);
    private static final Map<String, Object> TIME = Map.of("type", "date_nanos", "ignore_malformed", true);

    private static final Map<String, Object> INFO = Map.of(
            "type", "object", "dynamic", false, "properties", Map.of("etype", SHORT_KEYWORD, "host", SHORT_KEYWORD));

    private static final Map<String, Object> MAPPINGS = Map.of(
            "dynamic",
            false,
            "properties",
            Map.of(
                    "base_id",
                    KEYWORD,
                    "trace_id",
                    KEYWORD,
                    "parent_id",
                    KEYWORD,
                    "name",
                    SHORT_KEYWORD,
                    "project",
                    SHORT_KEYWORD,
                    "service",
                    SHORT_KEYWORD,
                    "timestamp",
                    TIME,
                    Expiry.MEMBER,
                    Map.of("type", "date"),
                    "info",
                    INFO));

    private static final Map<String, Object> TEMPLATE = Map.of(
            "index_patterns",
            List.of(OsprofilerIndexes.POINTS, OsprofilerIndexes.FAILED),
            "priority",
            10,
            "template",
            Map.of("mappings", MAPPINGS));

    private IndexTemplate() {}

    /**
     * Makes the template unless there is one.
     *
     * @throws StoreUnavailableException if the server may make it later: an index without it cannot be mended
     */
    static void ensure(ElasticsearchConnection connection) {
        try {
            connection.send("PUT", PATH, TEMPLATE);
        } catch (RefusedException refused) {
            if (refused.isPassing()) {
                throw refused.asUnavailable();
            }
            if (!String.valueOf(refused.getMessage()).contains("already exists")) {
                logger.warn("No index template, traces may be found more slowly: {}", refused.getMessage());
            }
        }
    }
}
