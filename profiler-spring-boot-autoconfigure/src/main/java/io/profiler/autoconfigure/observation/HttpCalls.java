// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.RequestReplySenderContext;
import io.micrometer.observation.transport.SenderContext;
import io.profiler.autoconfigure.CallDescription;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.ClientResponse;

/** The requests to other services that observations are about. */
final class HttpCalls {

    private static final boolean BLOCKING = isPresent("org.springframework.http.client.ClientHttpRequest");
    private static final boolean REACTIVE = isPresent("org.springframework.web.reactive.function.client.ClientRequest");

    private final CallDescription description;

    HttpCalls(CallDescription description) {
        this.description = description;
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
        return description.of(call.method(), call.uri());
    }

    /** How it was answered. */
    Map<String, Object> outcome(Observation.Context context) {
        Integer status = BLOCKING ? Blocking.status(context) : null;
        if (status == null && REACTIVE) {
            status = Reactive.status(context);
        }
        return status == null ? Map.of() : CallDescription.answer(status);
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
