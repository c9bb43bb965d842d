// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.backend.TraceTally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks into single points by their ids, of which it has no more than some megabytes at a time: drivers hold a whole result. */
final class PointsById {

    private static final int ROWS = 100;

    private static final long LENGTH = 4L << 20;

    /** Beside its status an answer may have all that the request's threads were seen at. */
    private static final int LONGEST_ANSWER_LENGTH = 1 << 20;

    private final JdbcTemplate template;
    private final String length;
    private final String firstPoints;

    PointsById(JdbcTemplate template, Dialect dialect) {
        this.template = template;
        this.length = "LENGTH(" + dialect.types.jsonTextOf("data") + ")";
        this.firstPoints = "SELECT id, " + Statements.start("name") + " AS name, " + Statements.start("service")
                + " AS service, CASE WHEN " + length + " <= " + FirstPoint.LONGEST_LENGTH
                + " THEN data END AS data FROM data WHERE id IS NOT NULL";
    }

    Map<Long, FirstPoint> firstPoints(Collection<@Nullable Long> ids) {
        Map<Long, FirstPoint> found = new HashMap<>();
        for (List<Long> page : pages(ids)) {
            Condition ofPage = Condition.ofList("id IN", page);
            template.query(
                    firstPoints + ofPage.sql(),
                    row -> {
                        found.put(row.getLong("id"), FirstPoint.of(row));
                    },
                    ofPage.parameters());
        }
        return found;
    }

    /** What requests were answered with, as far as that is known. */
    Map<Long, Integer> statuses(Collection<@Nullable Long> ids) {
        Map<Long, Integer> found = new HashMap<>();
        for (List<Long> page : pages(ids)) {
            bySize(lengths(page)).forEach(fewer -> addStatuses(fewer, found));
        }
        return found;
    }

    /** Of those that are not too long. */
    private Map<Long, Long> lengths(List<Long> page) {
        Map<Long, Long> lengths = new LinkedHashMap<>();
        Condition ofPage = Condition.ofList("id IN", page);
        template.query(
                "SELECT id, " + length + " FROM data WHERE " + length + " <= " + LONGEST_ANSWER_LENGTH + ofPage.sql(),
                row -> {
                    lengths.put(row.getLong(1), row.getLong(2));
                },
                ofPage.parameters());
        return lengths;
    }

    private static List<List<Long>> bySize(Map<Long, Long> lengths) {
        List<List<Long>> pages = new ArrayList<>();
        long left = 0;
        for (Map.Entry<Long, Long> row : lengths.entrySet()) {
            if (pages.isEmpty() || left < row.getValue()) {
                pages.add(new ArrayList<>());
                left = LENGTH;
            }
            pages.get(pages.size() - 1).add(row.getKey());
            left -= row.getValue();
        }
        return pages;
    }

    private void addStatuses(List<Long> ids, Map<Long, Integer> found) {
        Condition ofSome = Condition.ofList("id IN", ids);
        template.query(
                "SELECT id, data FROM data WHERE id IS NOT NULL" + ofSome.sql(),
                row -> {
                    Integer status = TraceTally.statusOf(PointRows.infoMember(row.getString("data"), "response"));
                    if (status != null) {
                        found.put(row.getLong("id"), status);
                    }
                },
                ofSome.parameters());
    }

    private static List<List<Long>> pages(Collection<@Nullable Long> ids) {
        List<Long> known = ids.stream().filter(Objects::nonNull).distinct().toList();
        return IntStream.iterate(0, from -> from < known.size(), from -> from + ROWS)
                .mapToObj(from -> known.subList(from, Math.min(known.size(), from + ROWS)))
                .toList();
    }
}
