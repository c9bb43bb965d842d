// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.profiler.sample.web.url.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of queues, and how many there are in all if that was asked for. */
record QueueListView(
        List<QueueView> queues,
        List<Link> links,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long count) {}
