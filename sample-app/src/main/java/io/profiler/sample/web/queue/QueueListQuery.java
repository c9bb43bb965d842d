// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.queue;

import io.profiler.sample.web.url.Link;
import io.profiler.sample.web.url.NextLinks;
import io.profiler.sample.web.url.Paths;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** The parameters of a list of queues. */
record QueueListQuery(
        @Nullable String marker,
        @Nullable Integer limit,
        @Nullable Boolean detailed,
        @BindParam("with_count") @Nullable Boolean withCount) {

    List<Link> linksAfter(@Nullable String lastName) {
        return new NextLinks(Paths.QUEUES)
                .with("marker", marker)
                .with("limit", limit)
                .with("detailed", detailed)
                .with("with_count", withCount)
                .after(lastName);
    }
}
