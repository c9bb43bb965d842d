// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.point.OccasionalLog;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends many actions at once, so that one that is refused does not hold up the others. */
final class Bulk {

    /** A server takes 100 MB unless it is told otherwise, and is quickest with a few. */
    private static final int LARGEST_CHARS = 5 << 20;

    private static final String ANSWER = "filter_path=errors,items.*.status,items.*.error";

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
     * @throws StoreUnavailableException if the same actions may succeed later
     */
    AppendResult send(List<BulkAction> actions, String parameters) {
        int stored = 0;
        int from = 0;
        while (from < actions.size()) {
            int to = endOfRequest(actions, from);
            stored += sendOne(actions.subList(from, to), parameters);
            from = to;
        }
        return new AppendResult(stored, actions.size() - stored);
    }

    private static int endOfRequest(List<BulkAction> actions, int from) {
        int to = from;
        long chars = 0;
        do {
            chars += actions.get(to++).lines().length();
        } while (to < actions.size() && chars + actions.get(to).lines().length() <= LARGEST_CHARS);
        return to;
    }

    private int sendOne(List<BulkAction> actions, String parameters) {
        StringBuilder lines = new StringBuilder();
        actions.forEach(action -> lines.append(action.lines()));
        try {
            String path = "/_bulk?" + ANSWER + (parameters.isEmpty() ? "" : '&' + parameters);
            return stored(actions, connection.sendLines(path, lines.toString()));
        } catch (RefusedException refused) {
            if (refused.status() != 400 && refused.status() != 413) {
                throw refused.asUnavailable();
            }
            return withoutTheRefused(actions, parameters, refused);
        }
    }

    /** The server did not look at single actions. */
    private int withoutTheRefused(List<BulkAction> actions, String parameters, RefusedException refused) {
        if (actions.size() == 1) {
            if (!refused.isOfDocument()) {
                throw refused.asUnavailable();
            }
            reject(actions.get(0), String.valueOf(refused.getMessage()));
            return 0;
        }
        int middle = actions.size() / 2;
        return sendOne(actions.subList(0, middle), parameters)
                + sendOne(actions.subList(middle, actions.size()), parameters);
    }

    private int stored(List<BulkAction> actions, Map<String, @Nullable Object> answer) {
        if (Boolean.FALSE.equals(answer.get("errors"))) {
            return actions.size();
        }
        List<BulkItem> items = items(answer);
        if (items.size() != actions.size()) {
            throw new StoreUnavailableException(
                    connection + " does not answer: it does not speak Elasticsearch's protocol",
                    new IllegalStateException(items.size() + " answers to " + actions.size() + " actions"));
        }
        int stored = 0;
        for (int i = 0; i < items.size(); i++) {
            stored += isStored(actions.get(i), items.get(i)) ? 1 : 0;
        }
        return stored;
    }

    private static List<BulkItem> items(Map<String, @Nullable Object> answer) {
        List<BulkItem> items = new ArrayList<>();
        if (answer.get("items") instanceof List<?> list) {
            list.forEach(item -> items.add(BulkItem.of(item)));
        }
        return items;
    }

    private boolean isStored(BulkAction action, BulkItem item) {
        if (item.isDone()) {
            return true;
        }
        if (!item.isOfDocument()) {
            throw new StoreUnavailableException(
                    connection + " refuses: " + item.reason(), new IllegalStateException(item.toString()));
        }
        reject(action, item.reason());
        return false;
    }

    private void reject(BulkAction action, String reason) {
        warning.warn("Trace point " + action.id() + " is dropped: " + connection + " does not take it: " + reason);
    }
}
