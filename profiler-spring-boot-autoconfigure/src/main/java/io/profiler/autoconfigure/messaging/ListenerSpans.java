// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.messaging;

import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The spans around what listeners do. A batch may be part of several traces: each gets a span of it, with links to what has sent
 * its messages. What the listener does itself is in the first of these traces.
 */
final class ListenerSpans {

    static final String MEMBER = "messaging";

    private static final int MOST_LINKS = 100;

    private final MessageTraces traces;
    private final String system;
    private final String name;

    /**
     * @param system whose messages they are, as in {@code kafka}
     */
    ListenerSpans(MessageTraces traces, String system) {
        this.traces = traces;
        this.system = system;
        this.name = system + ".listener";
    }

    /** In every trace that messages are part of; none if none is to be profiled. */
    List<Listened> start(Received received) {
        List<AcceptedMessage> accepted = received.signed().stream()
                .map(traces::accept)
                .filter(Objects::nonNull)
                .toList();
        List<Listened> started = new ArrayList<>(1);
        Set<String> baseIds = new HashSet<>();
        for (AcceptedMessage message : accepted) {
            if (baseIds.add(message.context().baseId())) {
                OpenTrace trace = Guard.call(() -> traces.open(message.context()));
                if (trace != null) {
                    add(trace, received, accepted, started);
                }
            }
        }
        return started;
    }

    /** A trace of which nobody would hear again ends here. */
    private void add(OpenTrace trace, Received received, List<AcceptedMessage> accepted, List<Listened> started) {
        try {
            started.add(start(trace, received, accepted, started));
        } catch (Throwable fault) {
            Guard.report(fault);
            trace.end().run();
        }
    }

    private Listened start(OpenTrace trace, Received received, List<AcceptedMessage> accepted, List<Listened> before) {
        Map<String, Object> info = received.batchSize() == 0
                ? describe(received.signed().get(0))
                : describeBatch(received.batchSize(), accepted);
        if (!before.isEmpty()) {
            info.put("spans_in", before.get(0).trace().top().context().baseId());
        }
        Span span = Guard.call(() -> trace.top().start(name, Map.of(MEMBER, info)));
        return new Listened(trace, span == null ? Span.NOOP : span);
    }

    private Map<String, Object> describe(SignedMessage message) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("system", system);
        info.put("destination", message.source());
        info.putAll(message.place());
        return info;
    }

    private Map<String, Object> describeBatch(int size, List<AcceptedMessage> accepted) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("system", system);
        info.put(
                "destination",
                accepted.stream()
                        .map(message -> message.message().source())
                        .distinct()
                        .collect(Collectors.joining(", ")));
        info.put("batch_size", size);
        info.put(
                "links",
                accepted.stream().limit(MOST_LINKS).map(AcceptedMessage::link).toList());
        return info;
    }
}
