// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import io.profiler.point.PointTime;
import io.profiler.store.backend.TraceCatalogue.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids of traces by when they were last active, by the page; each page is larger than the one before, up to a bound. A
 * trace with so many points that others are hardly seen for them is asked to be left out. Not thread-safe.
 */
final class LatestTraces implements AutoCloseable {

    /** So many entries are looked at before it is judged whether they are of too few traces. */
    private static final int WINDOW = 2_000;

    private static final int LEAST_NEW = WINDOW / 20;
    private static final int OFTEN = 10;
    private static final int MOST_LEFT_OUT = 1_000;

    private final TraceCatalogue catalogue;
    private final int most;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> leftOut = new HashSet<>();
    private final Map<String, Integer> window = new HashMap<>();
    private int inWindow;
    private int newInWindow;
    private int size;
    private int passedOver;
    private Stream<Activity> stream;
    private Iterator<Activity> latest;
    private @Nullable String lastTimestamp;
    private @Nullable Instant reached;

    /**
     * @param firstSize how many ids the first page has
     * @param most how many ids there are in all, 0 for no bound
     */
    LatestTraces(TraceCatalogue catalogue, int firstSize, int most) {
        this.catalogue = catalogue;
        this.size = firstSize;
        this.most = most == 0 ? Integer.MAX_VALUE : most;
        this.stream = catalogue.latestActivity(null, Set.of());
        this.latest = stream.iterator();
    }

    boolean hasNext() {
        return seen.size() + passedOver < most && latest.hasNext();
    }

    /** Activity later than this was seen, and nothing else. */
    @Nullable
    Instant reached() {
        return reached;
    }

    /** The next page; maybe an empty one. */
    List<String> next(int largest) {
        List<String> page = new ArrayList<>(size);
        while (page.size() < size && hasNext()) {
            Activity activity = latest.next();
            Instant time = PointTime.parse(activity.timestamp());
            reached = time == null ? reached : time;
            lastTimestamp = activity.timestamp();
            if (!TraceListing.isListed(activity.baseId())) {
                passedOver++;
                continue;
            }
            boolean isNew = seen.add(activity.baseId());
            if (isNew) {
                page.add(activity.baseId());
            }
            count(activity.baseId(), isNew);
        }
        size = Math.min(largest, 2 * size);
        return page;
    }

    private void count(String baseId, boolean isNew) {
        window.merge(baseId, 1, Integer::sum);
        newInWindow += isNew ? 1 : 0;
        if (++inWindow == WINDOW) {
            if (newInWindow < LEAST_NEW && leftOut.size() < MOST_LEFT_OUT) {
                leaveOutFrequent();
            }
            window.clear();
            inWindow = 0;
            newInWindow = 0;
        }
    }

    private void leaveOutFrequent() {
        boolean leftOutMore = window.entrySet().stream()
                .filter(entry -> entry.getValue() >= OFTEN)
                .map(Map.Entry::getKey)
                .limit(MOST_LEFT_OUT - leftOut.size())
                .map(leftOut::add)
                .reduce(false, Boolean::logicalOr);
        if (leftOutMore) {
            stream.close();
            stream = catalogue.latestActivity(lastTimestamp, Set.copyOf(leftOut));
            latest = stream.iterator();
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
