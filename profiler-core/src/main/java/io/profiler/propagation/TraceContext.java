// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.util.Objects;

/**
 * What one service tells the next about the trace it is part of. Its text form does not show the key.
 *
 * @param baseId id of the trace
 * @param parentId id of the span that the next span is below; the base id at the top
 * @param hmacKey key that signed the headers, and signs those that go on downstream
 * @since 0.1
 */
public record TraceContext(String baseId, String parentId, String hmacKey) {

    public TraceContext {
        Objects.requireNonNull(baseId, "baseId");
        Objects.requireNonNull(parentId, "parentId");
        Objects.requireNonNull(hmacKey, "hmacKey");
    }

    @Override
    public String toString() {
        return "TraceContext[baseId=" + baseId + ", parentId=" + parentId + "]";
    }
}
