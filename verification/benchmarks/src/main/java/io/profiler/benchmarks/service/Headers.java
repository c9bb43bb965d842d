// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import java.util.Map;
import java.util.UUID;

/** What requests carry beside what the API asks for. */
enum Headers {
    NONE {
        @Override
        Map<String, String> next() {
            return Map.of();
        }
    },
    /** Each request is a trace of its own. */
    SIGNED {
        @Override
        Map<String, String> next() {
            String id = UUID.randomUUID().toString();
            return SignedHeaders.sign(new TraceContext(id, id, Service.KEY)).asMap();
        }
    };

    abstract Map<String, String> next();
}
