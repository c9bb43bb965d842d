// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.EndpointPath;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * The traces in the store: listed, shown one by one, and deleted where that is allowed; to a browser as pages, to others
 * as JSON. Who exposes all endpoints, or opens them all, need not know of this one: nobody changes anything unless the
 * application lets him here. Each call asks the store on the thread of its own request; profiled requests do not wait for it.
 */
@WebEndpoint(id = "profiler", defaultAccess = Access.READ_ONLY)
final class ProfilerEndpoint {

    private static final int NOT_MODIFIED = 304;

    private static final String RELAY = "relay";

    private final StoredTraces traces;
    private final Pages pages;
    private final CurrentExchange exchange;
    private final Answers answers;
    private final Recordings recordings;
    private final @Nullable Relay relay;
    private final Supplier<CoverageData> coverage;

    ProfilerEndpoint(
            StoredTraces traces,
            Pages pages,
            CurrentExchange exchange,
            Answers answers,
            Recordings recordings,
            @Nullable Relay relay,
            Supplier<CoverageData> coverage) {
        this.traces = traces;
        this.pages = pages;
        this.exchange = exchange;
        this.answers = answers;
        this.recordings = recordings;
        this.relay = relay;
        this.coverage = coverage;
    }

    /** The traces that the parameters ask for, or the page that asks for them; or the one trace that is named. */
    @ReadOperation(producesFrom = ResponseFormat.class)
    WebEndpointResponse<byte[]> list(
            ResponseFormat format,
            @Nullable String since,
            @Nullable String minDuration,
            @Nullable String failed,
            @Nullable String errors,
            @Nullable String service,
            @Nullable String name,
            @Nullable String status,
            @Nullable String sort,
            @Nullable String limit,
            @Nullable String traceId,
            @Nullable String before) {
        if (traceId != null) {
            return trace(format, traceId, before);
        }
        QueryParameters parameters =
                new QueryParameters(since, minDuration, failed, errors, service, name, status, sort, limit);
        return format == ResponseFormat.HTML ? answers.html(pages::console) : answers.json(() -> list(parameters));
    }

    /** The mark is read before the list, so that what comes meanwhile is not missed. */
    private WebEndpointResponse<byte[]> list(QueryParameters parameters) {
        String tag = ListTag.of(parameters, traces.changeMark(), Instant.now());
        if (tag != null && tag.equals(exchange.header("If-None-Match"))) {
            return tagged(tag, new WebEndpointResponse<>(NOT_MODIFIED));
        }
        return tagged(tag, JsonBody.of(traces.list(parameters)));
    }

    private WebEndpointResponse<byte[]> tagged(@Nullable String tag, WebEndpointResponse<byte[]> answer) {
        if (tag != null) {
            exchange.setHeader("ETag", tag);
        }
        return answer;
    }

    /**
     * One trace: in the shape of OSprofiler's {@code trace show --json}, or as a page; what changed in it since the one
     * before; or what is traced at all.
     */
    @ReadOperation(producesFrom = ResponseFormat.class)
    WebEndpointResponse<byte[]> show(ResponseFormat format, @Selector String traceId, @Nullable String before) {
        if (!traceId.equals(EndpointPath.COVERAGE)) {
            return trace(format, traceId, before);
        }
        return format == ResponseFormat.HTML
                ? answers.html(() -> pages.coverage(coverage.get()))
                : answers.json(() -> JsonBody.of(coverage.get()));
    }

    private WebEndpointResponse<byte[]> trace(ResponseFormat format, String traceId, @Nullable String before) {
        if (before != null) {
            return comparison(format, before, traceId);
        }
        return format == ResponseFormat.HTML
                ? answers.html(() -> traces.show(traceId, pages::trace))
                : answers.json(() -> traces.show(traceId, JsonBody::of));
    }

    private WebEndpointResponse<byte[]> comparison(ResponseFormat format, String before, String after) {
        return format == ResponseFormat.HTML
                ? answers.html(() -> traces.compare(before, after, pages::comparison))
                : answers.json(() -> {
                    throw new InvalidParameterException("before: a comparison is a page, for whoever takes text/html");
                });
    }

    /** Deletes a trace. */
    @DeleteOperation
    WebEndpointResponse<byte[]> delete(@Selector String traceId) {
        return answers.change(() -> {
            traces.delete(traceId);
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
        });
    }

    /** Deletes a trace whose id cannot be part of a path, as one with a slash. */
    @DeleteOperation
    WebEndpointResponse<byte[]> deleteNamed(@Nullable String traceId) {
        return traceId == null
                ? answers.json(() -> {
                    throw new InvalidParameterException("traceId: missing");
                })
                : delete(traceId);
    }

    /** Has everything profiled that the browser asks of this application, for some minutes; 0 ends it. */
    @WriteOperation
    WebEndpointResponse<byte[]> record(int minutes) {
        return answers.change(() -> {
            if (minutes != 0) {
                return JsonBody.of(recordings.begin(minutes));
            }
            recordings.end();
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
        });
    }

    /** Sends a signed request to the application's own port, where the application lets the console do so. */
    @WriteOperation
    WebEndpointResponse<byte[]> relay(
            @Selector String what, String method, String path, @Nullable String headers, @Nullable String body) {
        return answers.change(() -> {
            if (relay == null || !what.equals(RELAY)) {
                throw new InvalidParameterException("nothing is sent to the application without"
                        + " profiler.console.relay=true, or where the endpoints have no port of their own");
            }
            return JsonBody.of(relay.send(RelayedRequest.of(method, path, headers, body)));
        });
    }
}
