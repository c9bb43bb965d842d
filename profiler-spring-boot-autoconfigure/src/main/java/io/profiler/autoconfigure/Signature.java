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

    /**
     * Signs for one application.
     *
     * @param house the hosts that may get headers; whatever goes elsewhere is not signed
     */
    public Signature(HouseHosts house) {
        this.house = house;
    }

    /**
     * {@return what to add to a request that the present thread sends, by name; empty if nothing}
     *
     * @param uri where it goes; signed if its host is of the house
     */
    public Map<String, String> of(URI uri) {
        return of(uri, TracePosition.current());
    }

    /**
     * {@return what to add to a request that is sent from a place in the trace, by name; empty if nothing} Never throws.
     *
     * @param uri where it goes; signed if its host is of the house
     * @param position of the span around the request; null if it is in no trace
     */
    public Map<String, String> of(URI uri, @Nullable TracePosition position) {
        if (position == null) {
            return Map.of();
        }
        Map<String, String> headers = Guard.call(() -> house.contain(uri) ? at(position) : Map.of());
        return headers == null ? Map.of() : headers;
    }

    /**
     * {@return whether what goes to any of some hosts may carry headers: all of them are of the house}
     *
     * @param hosts names or addresses without ports, as of a message broker's cluster; with none it may not
     */
    public boolean mayGoTo(Collection<String> hosts) {
        return !hosts.isEmpty() && hosts.stream().allMatch(house::contain);
    }

    /**
     * {@return the headers of a place, by name, for what is known to stay in the house} If the request came with a
     * token, there is one besides, for services that take no others.
     *
     * @param position of the span that the next service's is below
     */
    public static Map<String, String> at(TracePosition position) {
        TraceContext context = position.context();
        Map<String, String> headers =
                new LinkedHashMap<>(SignedHeaders.sign(context).asMap());
        TraceToken.next(context).ifPresent(token -> headers.put(TraceToken.HEADER, token));
        return headers;
    }
}
