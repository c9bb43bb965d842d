// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.message;

import io.profiler.sample.message.MessageFilter;
import io.profiler.sample.web.url.Limits;
import io.profiler.sample.web.url.Link;
import io.profiler.sample.web.url.NextLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** The parameters of a list of messages. */
record MessageListQuery(
        @Nullable String marker,
        @Nullable Integer limit,
        @Nullable Boolean echo,
        @BindParam("include_claimed") @Nullable Boolean includeClaimed,
        @BindParam("include_delayed") @Nullable Boolean includeDelayed) {

    /** Whether the marker is malformed: no message comes after it. */
    boolean hasMalformedMarker() {
        return marker != null && !marker.matches("-?[0-9]{1,18}");
    }

    MessageListQuery withDelayed() {
        return new MessageListQuery(marker, limit, echo, includeClaimed, true);
    }

    MessageFilter toFilter(String clientId) {
        return new MessageFilter(
                marker == null ? null : Long.valueOf(marker),
                Limits.ofMessages(limit),
                Boolean.TRUE.equals(echo) ? null : clientId,
                Boolean.TRUE.equals(includeClaimed),
                Boolean.TRUE.equals(includeDelayed));
    }

    List<Link> linksAfter(String path, @Nullable Long lastMarker) {
        return new NextLinks(path)
                .with("marker", marker)
                .with("limit", limit)
                .with("echo", echo)
                .with("include_claimed", includeClaimed)
                .with("include_delayed", includeDelayed)
                .after(lastMarker);
    }
}
