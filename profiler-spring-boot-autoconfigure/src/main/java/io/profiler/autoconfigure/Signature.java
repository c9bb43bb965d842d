// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import io.profiler.trace.TracePosition;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which headers a request or message carries: those of its place in the trace, if it goes to a host of the house.
 *
 * @since 0.1
 */
public final class Signature {

    /** All that there may be. */
    public static final List<String> NAMES =
            List.of(SignedHeaders.TRACE_INFO, SignedHeaders.TRACE_HMAC, TraceToken.HEADER);

    private final HouseHosts house;

    public Signature(HouseHosts house) {
        this.house = house;
    }

    /** What to add to a request that the present thread sends; empty if nothing. */
    public Map<String, String> of(URI uri) {
        return of(uri, TracePosition.current());
    }

    /** What to add to a request that is sent from a place in the trace; empty if nothing. */
    public Map<String, String> of(URI uri, @Nullable TracePosition position) {
        if (position == null) {
            return Map.of();
        }
        Map<String, String> headers = Guard.call(() -> house.contain(uri) ? at(position) : Map.of());
        return headers == null ? Map.of() : headers;
    }

    /** Whether what goes to any of some hosts may carry headers. */
    public boolean mayGoTo(Collection<String> hosts) {
        return !hosts.isEmpty() && hosts.stream().allMatch(house::contain);
    }

    /** The headers of a place, for what may carry them: a token besides, for services that take no others, if the request came with one. */
    public static Map<String, String> at(TracePosition position) {
        TraceContext context = position.context();
        Map<String, String> headers =
                new LinkedHashMap<>(SignedHeaders.sign(context).asMap());
        TraceToken.next(context).ifPresent(token -> headers.put(TraceToken.HEADER, token));
        return headers;
    }
}
