// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.RequestReplySenderContext;
import io.micrometer.observation.transport.SenderContext;
import io.profiler.trace.ArgumentCapture;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.ClientResponse;

/** What is said of requests to other services, in the shape of OSprofiler's adapter of the library 'requests'. */
final class HttpCalls {

    static final String MEMBER = "requests";

    private static final boolean BLOCKING = isPresent("org.springframework.http.client.ClientHttpRequest");
    private static final boolean REACTIVE = isPresent("org.springframework.web.reactive.function.client.ClientRequest");

    private final ArgumentCapture capture;

    HttpCalls(ArgumentCapture capture) {
        this.capture = capture;
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, HttpCalls.class.getClassLoader());
    }

    /** The request of an observation; null if it is not about one. */
    @Nullable
    HttpCall of(Observation.Context context) {
        HttpCall blocking = BLOCKING ? Blocking.call(context) : null;
        return blocking == null && REACTIVE ? Reactive.call(context) : blocking;
    }

    Map<String, Object> describe(HttpCall call) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("method", call.method());
        description.put("scheme", Objects.toString(call.uri().getScheme(), ""));
        description.put("hostname", Objects.toString(call.uri().getHost(), ""));
        if (call.uri().getPort() >= 0) {
            description.put("port", call.uri().getPort());
        }
        description.put("path", capture.path(Objects.toString(call.uri().getRawPath(), "")));
        String query = call.uri().getRawQuery();
        description.put("query", query == null ? "" : capture.query(query));
        return description;
    }

    /** How it was answered. */
    Map<String, Object> outcome(Observation.Context context) {
        Integer status = BLOCKING ? Blocking.status(context) : null;
        if (status == null && REACTIVE) {
            status = Reactive.status(context);
        }
        return status == null ? Map.of() : Map.of(MEMBER, Map.of("status_code", status));
    }

    private static final class Blocking {

        static @Nullable HttpCall call(Observation.Context context) {
            return context instanceof SenderContext<?> sender
                            && sender.getCarrier() instanceof ClientHttpRequest request
                    ? new HttpCall(request.getMethod().name(), request.getURI())
                    : null;
        }

        static @Nullable Integer status(Observation.Context context) {
            try {
                return context instanceof RequestReplySenderContext<?, ?> sender
                                && sender.getResponse() instanceof ClientHttpResponse response
                        ? (Integer) response.getStatusCode().value()
                        : null;
            } catch (IOException unanswered) {
                return null;
            }
        }
    }

    private static final class Reactive {

        static @Nullable HttpCall call(Observation.Context context) {
            ClientRequest request =
                    context instanceof ClientRequestObservationContext client ? client.getRequest() : null;
            return request == null ? null : new HttpCall(request.method().name(), request.url());
        }

        static @Nullable Integer status(Observation.Context context) {
            return context instanceof RequestReplySenderContext<?, ?> sender
                            && sender.getResponse() instanceof ClientResponse response
                    ? (Integer) response.statusCode().value()
                    : null;
        }
    }
}
