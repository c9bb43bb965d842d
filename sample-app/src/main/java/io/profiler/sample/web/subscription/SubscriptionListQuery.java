// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.subscription;

import io.profiler.sample.web.url.Link;
import io.profiler.sample.web.url.NextLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of subscriptions. */
record SubscriptionListQuery(
        @Nullable String marker, @Nullable Integer limit) {

    List<Link> linksAfter(String path, @Nullable String lastId) {
        return new NextLinks(path).with("marker", marker).with("limit", limit).after(lastId);
    }
}
