// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.store.backend.TraceCatalogue.Activity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The latest of some activities that come in any order. Not thread-safe. */
final class Latest {

    private final PriorityQueue<Activity> latest = new PriorityQueue<>(Comparator.comparing(Activity::timestamp));
    private final int most;

    /**
     * @param most how many to keep, 0 for all
     */
    Latest(int most) {
        this.most = most;
    }

    void add(Activity activity) {
        latest.add(activity);
        if (most > 0 && latest.size() > most) {
            latest.remove();
        }
    }

    /** In any order. */
    List<Activity> toList() {
        return new ArrayList<>(latest);
    }
}
