// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.view;

import io.profiler.cli.console.CommandFailure;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceReader;
import io.profiler.store.TraceSummary;
import java.util.List;

/** What a person may write in place of the id of a trace: how it begins, or that it is the last one. */
public final class TraceIds {

    /** The word for the latest trace. */
    public static final String LAST = "last";

    private static final int SHORTEST = 4;
    private static final int LATEST = 1000;
    private static final int NAMED = 3;

    private final TraceReader store;

    public TraceIds(TraceReader store) {
        this.store = store;
    }

    /**
     * The id that is meant, or the text itself if that may be one.
     *
     * @throws CommandFailure if several are meant, or there is no trace at all
     */
    public String meantBy(String text) {
        if (text.equals(LAST)) {
            return latest(1).stream()
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure("there is no last trace: the store has none"));
        }
        return text.length() < SHORTEST ? text : beginningWith(text);
    }

    private String beginningWith(String text) {
        List<String> ids =
                latest(LATEST).stream().filter(id -> id.startsWith(text)).toList();
        if (ids.size() > 1 && !ids.contains(text)) {
            throw new CommandFailure("the ids of " + ids.size() + " traces begin with " + text + ": "
                    + String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())))
                    + (ids.size() > NAMED ? ", ..." : ""));
        }
        return ids.size() == 1 ? ids.get(0) : text;
    }

    private List<String> latest(int count) {
        TraceQuery query =
                new TraceQuery(false, null, null, null, null, TraceQuery.Order.STARTED, count, false, LATEST, null);
        return store.list(query).stream().map(TraceSummary::baseId).toList();
    }
}
