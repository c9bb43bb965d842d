// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.load;

import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import java.util.Map;
import java.util.UUID;

/** What requests carry beside what the API asks for. */
public enum Headers {
    NONE {
        @Override
        public Map<String, String> next() {
            return Map.of();
        }
    },
    /** Each request is a trace of its own. */
    SIGNED {
        @Override
        public Map<String, String> next() {
            String id = UUID.randomUUID().toString();
            return SignedHeaders.sign(new TraceContext(id, id, KEY)).asMap();
        }
    };

    /** The key that {@link #SIGNED} ones are signed with. */
    public static final String KEY = "123";

    public abstract Map<String, String> next();
}
