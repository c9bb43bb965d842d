// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.propagation.SignedHeaders;
import java.net.http.HttpResponse;

/**
 * What came of a request.
 *
 * @param trace its trace
 * @param response what the service answered
 * @param micros how long that took
 */
public record Answer(NewTrace trace, HttpResponse<byte[]> response, long micros) {

    /** For scripts, who else had to read the message. */
    private static final int NOT_PROFILED = 4;

    private static final String UNCONFIRMED = "nothing says that the request was profiled: the answer has no "
            + SignedHeaders.TRACE_ID
            + " of this trace. The key may not be one of profiler.hmac-keys, profiler.enabled may not"
            + " be set, the application may take tokens alone (--token), or a proxy or another program answered. A Python"
            + " service never says so: with --unconfirmed its trace's id is printed all the same";

    /** Whether the service says that it was profiled. */
    public boolean isConfirmed() {
        return response.headers().allValues(SignedHeaders.TRACE_ID).contains(trace.id());
    }

    /** @throws CommandFailure if nothing says that it was profiled */
    void requireConfirmed() {
        if (!isConfirmed()) {
            throw new CommandFailure(UNCONFIRMED, NOT_PROFILED);
        }
    }

    String status() {
        return "HTTP/1.1 " + response.statusCode();
    }
}
