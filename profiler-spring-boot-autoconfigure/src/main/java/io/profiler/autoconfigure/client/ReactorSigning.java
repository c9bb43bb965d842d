// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.micrometer.observation.Observation;
import io.netty.handler.codec.http.HttpHeaders;
import io.profiler.autoconfigure.CarriedPosition;
import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.Signature;
import io.profiler.trace.TracePosition;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.util.context.ContextView;

/**
 * Called for each request that goes out: for every one of a chain of redirects anew. Where it belongs is what Reactor
 * carries, the thread knows nothing.
 */
final class ReactorSigning implements BiConsumer<HttpClientRequest, Connection> {

    private static final boolean OBSERVATIONS =
            ClassUtils.isPresent("io.micrometer.observation.Observation", ReactorSigning.class.getClassLoader());

    /** Key by which Micrometer has the observation around. */
    private static final String OBSERVATION = "micrometer.observation";

    private final Signature signature;

    ReactorSigning(Signature signature) {
        this.signature = signature;
    }

    /** A client like another one, which signs: for a caller that is known by its thread alone, too. */
    static HttpClient by(HttpClient client, Signature signature) {
        return client.doOnRequest(new ReactorSigning(signature)).mapConnect(ReactorSigning::fromCallersPosition);
    }

    /** Has a connection carry where its caller is, who may wait for it: Reactor knows nothing of a caller's thread. */
    private static Mono<? extends Connection> fromCallersPosition(Mono<? extends Connection> connection) {
        TracePosition position = TracePosition.current();
        return position == null
                ? connection
                : connection.contextWrite(context ->
                        context.hasKey(CarriedPosition.KEY) ? context : context.put(CarriedPosition.KEY, position));
    }

    @Override
    public void accept(HttpClientRequest request, Connection connection) {
        Guard.run(() -> {
            String url = request.resourceUrl();
            TracePosition position = position(request.currentContextView());
            sign(url, position, request.requestHeaders());
            // Spring's clients give a request their headers later.
            connection.addHandlerLast(LastHeaders.NAME, new LastHeaders(headers -> sign(url, position, headers)));
        });
    }

    private void sign(@Nullable String url, @Nullable TracePosition position, HttpHeaders headers) {
        if (position != null || Signature.isIn(headers::contains)) {
            signature.sign(ReadUri.of(url), position, headers::remove, headers::set);
        }
    }

    /** The innermost: an observation may be of the request itself, or of something around what asks for it. */
    private static @Nullable TracePosition position(ContextView context) {
        TracePosition observed = OBSERVATIONS ? Observed.position(context) : null;
        TracePosition carried = context.getOrDefault(CarriedPosition.KEY, null);
        return observed == null || carried != null && carried.isBelow(observed) ? carried : observed;
    }

    private static final class Observed {

        static @Nullable TracePosition position(ContextView context) {
            return context.getOrDefault(OBSERVATION, null) instanceof Observation observation
                    ? observation.getContextView().get(TracePosition.class)
                    : null;
        }
    }
}
