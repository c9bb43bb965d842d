// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.ScoredValue;
import io.lettuce.core.output.ScoredValueStreamingChannel;
import io.profiler.internal.BoundedTime;
import io.profiler.point.PointTime;
import io.profiler.store.backend.TraceCatalogue.Activity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Entries of the index of traces; an id that is too long for a list is let go as it arrives. */
final class ArrivingActivities implements ScoredValueStreamingChannel<byte[]> {

    private final List<Activity> listed = new ArrayList<>();
    private long arrived;

    @Override
    public void onValue(ScoredValue<byte[]> entry) {
        arrived++;
        byte[] baseId = entry.getValueOrElse(new byte[0]);
        if (baseId.length <= OsprofilerKeys.LONGEST_LISTED_BYTES) {
            listed.add(
                    new Activity(new String(baseId, StandardCharsets.UTF_8), PointTime.format(BoundedTime.instant((long)
                            entry.getScore()))));
        }
    }

    /** How many came, listed or not. */
    long arrived() {
        return arrived;
    }

    List<Activity> listed() {
        return listed;
    }
}
