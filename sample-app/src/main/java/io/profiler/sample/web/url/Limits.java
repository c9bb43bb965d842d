// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.url;

import io.profiler.sample.web.error.ApiException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many entries a page may hold. */
public final class Limits {

    private static final int DEFAULT = 10;
    private static final int MAX = 20;

    private Limits() {}

    /** The limit for queues, pools and flavors. */
    public static int ofManagement(@Nullable Integer limit) {
        return check(limit, "Limit must be at least 1 and no greater than %s.");
    }

    /** The limit for messages and claims. */
    public static int ofMessages(@Nullable Integer limit) {
        return check(limit, "Limit must be at least 1 and may not be greater than %s.");
    }

    /** The limit for messages that are asked for by their ids. */
    public static void checkIds(List<String> ids) {
        ofMessages(ids.size());
    }

    /** The limit for messages that are taken from a queue. */
    public static int ofPop(@Nullable Integer limit) {
        return check(limit, "Pop value must be at least 1 and may not be greater than %s.");
    }

    private static int check(@Nullable Integer limit, String complaint) {
        int checked = limit == null ? DEFAULT : limit;
        if (checked < 1 || checked > MAX) {
            throw ApiException.badRequest(complaint.formatted(MAX));
        }
        return checked;
    }
}
