// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.profiler.propagation.TraceContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message that is part of a trace. */
record AcceptedMessage(SignedMessage message, TraceContext context) {

    /** What leads from a batch to the span that has sent this. */
    Map<String, Object> link() {
        Map<String, Object> link = new LinkedHashMap<>(message.place());
        link.put("destination", message.source());
        link.put("base_id", context.baseId());
        link.put("parent_id", context.parentId());
        return link;
    }
}
