// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.internal.OccasionalLog;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.backend.Halving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends many actions at once, so that one that is refused does not hold up the others. */
final class Bulk {

    /** A server takes 100 MB unless it is told otherwise, and is quickest with a few. */
    private static final int LARGEST_CHARS = 5 << 20;

    private static final String ANSWER = "filter_path=errors,items.*.status,items.*.error";

    /** A document that is refused for good. */
    private record Refused(String id, String reason) {}

    private final ElasticsearchConnection connection;
    private final OccasionalLog warning;

    Bulk(ElasticsearchConnection connection, OccasionalLog warning) {
        this.connection = connection;
        this.warning = warning;
    }

    /**
     * Sends actions in requests of a size that the server likes.
     *
     * @param parameters of the request, for example {@code refresh=true}
     * @return ids of the documents that are refused for good, and why
     * @throws StoreUnavailableException if the same actions may succeed later
     */
    Map<String, String> send(List<BulkAction> actions, String parameters) {
        String path = "/_bulk?" + ANSWER + (parameters.isEmpty() ? "" : '&' + parameters);
        Map<String, String> refused = new LinkedHashMap<>();
        int from = 0;
        while (from < actions.size()) {
            int to = endOfRequest(actions, from);
            Halving.send(
                            actions.subList(from, to),
                            part -> sendAtOnce(part, path),
                            Bulk::mayBeOfSome,
                            this::refusedAlone)
                    .forEach(item -> refused.put(item.id(), item.reason()));
            from = to;
        }
        return refused;
    }

    private static int endOfRequest(List<BulkAction> actions, int from) {
        int to = from;
        long chars = 0;
        do {
            chars += actions.get(to++).lines().length();
        } while (to < actions.size() && chars + actions.get(to).lines().length() <= LARGEST_CHARS);
        return to;
    }

    private List<Refused> sendAtOnce(List<BulkAction> actions, String path) {
        StringBuilder lines = new StringBuilder();
        actions.forEach(action -> lines.append(action.lines()));
        try {
            return refused(actions, connection.sendLines(path, lines.toString()));
        } catch (RefusedException refused) {
            throw mayBeOfSome(refused) ? refused : refused.asUnavailable();
        }
    }

    /** Whether the server did not look at single actions. */
    private static boolean mayBeOfSome(RuntimeException failure) {
        return failure instanceof RefusedException refused && (refused.status() == 400 || refused.status() == 413);
    }

    private List<Refused> refusedAlone(BulkAction action, RuntimeException failure) {
        if (failure instanceof RefusedException refused && !refused.isOfDocument()) {
            throw refused.asUnavailable();
        }
        return List.of(refused(action, String.valueOf(failure.getMessage())));
    }

    private List<Refused> refused(List<BulkAction> actions, Map<String, @Nullable Object> answer) {
        if (Boolean.FALSE.equals(answer.get("errors"))) {
            return List.of();
        }
        List<BulkItem> items = items(answer);
        if (items.size() != actions.size()) {
            throw new StoreUnavailableException(
                    connection + " does not answer: it does not speak Elasticsearch's protocol",
                    new IllegalStateException(items.size() + " answers to " + actions.size() + " actions"));
        }
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (isRefused(items.get(i))) {
                refused.add(refused(actions.get(i), items.get(i).reason()));
            }
        }
        return refused;
    }

    private static List<BulkItem> items(Map<String, @Nullable Object> answer) {
        List<BulkItem> items = new ArrayList<>();
        if (answer.get("items") instanceof List<?> list) {
            list.forEach(item -> items.add(BulkItem.of(item)));
        }
        return items;
    }

    private boolean isRefused(BulkItem item) {
        if (!item.isDone() && !item.isOfDocument()) {
            throw new StoreUnavailableException(
                    connection + " refuses: " + item.reason(), new IllegalStateException(item.toString()));
        }
        return !item.isDone();
    }

    private Refused refused(BulkAction action, String reason) {
        warning.warn(action.loss() + ": " + connection + " refuses: " + reason);
        return new Refused(action.id(), reason);
    }
}
