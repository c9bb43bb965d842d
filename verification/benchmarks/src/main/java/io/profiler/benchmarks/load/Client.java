// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.load;

import java.io.IOException;

/** One of several that use a server at the same time, each with one request at a time. */
public interface Client {

    /** Works until then, and to the end of what it has begun by then. */
    RequestCounts workUntil(long endNanos) throws IOException;
}
