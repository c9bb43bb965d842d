// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.CallDescription;
import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.Signature;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a span around requests that clients send of which Spring observes nothing, and signs them. */
final class SentCalls {

    private final Signature signature;
    private final CallDescription description;
    private final ObservedCalls observed;

    SentCalls(Signature signature, CallDescription description, ObservedCalls observed) {
        this.signature = signature;
        this.description = description;
        this.observed = observed;
    }

    /** Begins a request of the present thread; null outside of a profiled request. */
    @Nullable
    SentCall start(String method, URI uri) {
        TracePosition position = TracePosition.current();
        return position == null ? null : Guard.call(() -> start(position, method, uri));
    }

    /** Whether what a request was signed with by somebody else may go on there. */
    boolean maySendOn(URI uri) {
        return signature.mayGoTo(uri);
    }

    /** OSprofiler names such a span by the scheme. */
    private SentCall start(TracePosition position, String method, URI uri) {
        Span span = observed.containPresentOne()
                ? Span.NOOP
                : position.start(
                        Objects.toString(uri.getScheme(), "http"),
                        Map.of(CallDescription.MEMBER, description.of(method, uri)));
        TracePosition inside = TracePosition.below(span);
        return new SentCall(span, signature.of(uri, inside == null ? position : inside));
    }
}
