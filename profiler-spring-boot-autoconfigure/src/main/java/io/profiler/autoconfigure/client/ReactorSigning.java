// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.micrometer.observation.Observation;
import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.Signature;
import io.profiler.autoconfigure.context.ProfilerThreadLocalAccessor;
import io.profiler.trace.TracePosition;
import java.net.URI;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientRequest;
import reactor.util.context.Context;
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

    /** Has a connection carry where its caller is, who waits for it: Reactor knows nothing of a caller's thread. */
    static Mono<? extends Connection> fromCallersPosition(Mono<? extends Connection> connection) {
        TracePosition position = TracePosition.current();
        return position == null
                ? connection
                : connection.contextWrite(Context.of(ProfilerThreadLocalAccessor.KEY, position));
    }

    @Override
    public void accept(HttpClientRequest request, Connection connection) {
        Guard.run(() -> sign(request));
    }

    private void sign(HttpClientRequest request) {
        TracePosition position = position(request.currentContextView());
        String url = request.resourceUrl();
        if (position != null && url != null) {
            // What a gateway sends on has what it came with.
            Signature.NAMES.forEach(request.requestHeaders()::remove);
            signature.of(URI.create(url), position).forEach(request::header);
        }
    }

    private static @Nullable TracePosition position(ContextView context) {
        TracePosition observed = OBSERVATIONS ? Observed.position(context) : null;
        return observed == null
                ? (TracePosition) context.getOrDefault(ProfilerThreadLocalAccessor.KEY, null)
                : observed;
    }

    private static final class Observed {

        static @Nullable TracePosition position(ContextView context) {
            return context.getOrDefault(OBSERVATION, null) instanceof Observation observation
                    ? observation.getContextView().get(TracePosition.class)
                    : null;
        }
    }
}
