// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Environment;
import io.profiler.propagation.SignedHeaders;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param trace its trace
 * @param response what the service answered
 */
public record Answer(NewTrace trace, HttpResponse<?> response) {

    /** For scripts, who else had to read the message. */
    private static final int NOT_PROFILED = 4;

    private static final Pattern PAGE = Pattern.compile("<(/(?!/)[\\w./~-]*)>; rel=\"describedby\"; title=\"trace\"");

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

    /** What shows the trace: the application's page, if it has one, and a command. */
    String waysToShow(Environment environment) {
        URI page = page();
        return (page == null ? "" : page + ", or ") + trace.showCommand(environment);
    }

    private @Nullable URI page() {
        return response.headers().allValues("Link").stream()
                .map(PAGE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(link -> response.uri().resolve(link.group(1)))
                .orElse(null);
    }

    String status() {
        return "HTTP/1.1 " + response.statusCode();
    }
}
