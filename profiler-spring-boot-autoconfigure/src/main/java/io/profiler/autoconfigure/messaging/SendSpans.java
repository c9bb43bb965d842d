// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The spans around what is sent to a broker. What a template observes has one already. */
final class SendSpans {

    private final String system;
    private final String name;
    private final Broker broker;
    private final Supplier<@Nullable ObservationRegistry> observations;

    /**
     * @param system what kind of broker it is, as in {@code kafka}
     */
    SendSpans(String system, Broker broker, Supplier<@Nullable ObservationRegistry> observations) {
        this.system = system;
        this.name = system + ".send";
        this.broker = broker;
        this.observations = observations;
    }

    /** Null if the profiler fails: the message is sent as it is. */
    @Nullable
    Sending start(TracePosition position, String destination, Map<String, Object> place) {
        return Guard.call(() -> {
            TracePosition observed = observed();
            Span span = observed == null ? position.start(name, describe(destination, place)) : Span.NOOP;
            TracePosition inside = observed == null ? TracePosition.below(span) : observed;
            Map<String, String> headers = Guard.call(() -> broker.headers(inside == null ? position : inside));
            return new Sending(span, headers == null ? Map.of() : headers);
        });
    }

    /** Whether what is passed on with what somebody else has signed may be sent as it is. */
    boolean mayPassOnSigned() {
        return Boolean.TRUE.equals(Guard.call(broker::isOfHouse));
    }

    /** Where the trace goes on inside of the observation that the present thread sends in; null if none is a span. */
    private @Nullable TracePosition observed() {
        ObservationRegistry registry = observations.get();
        Observation current = registry == null ? null : registry.getCurrentObservation();
        return current != null
                        && current.getContextView() instanceof SenderContext<?> sender
                        && sender.getKind() == Kind.PRODUCER
                ? sender.get(TracePosition.class)
                : null;
    }

    private Map<String, Object> describe(String destination, Map<String, Object> place) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("system", system);
        info.put("destination", destination);
        info.putAll(place);
        return Map.of(ListenerSpans.MEMBER, info);
    }
}
