// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A queue in a list. */
record QueueView(
        String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ObjectNode metadata,
        URI href) {}
