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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
     * Gives a request the headers of its place in the trace. Those that it has already, as one that is passed on with what
     * it came with, it keeps only within the house, and if it gets none of its own. Never throws.
     *
     * @param uri where it goes; null if that cannot be told
     * @param position of the span around the request; null if it is in no trace
     * @param remover takes a header from the request, if it has one of the name
     * @param setter gives the request a header
     */
    public void sign(
            @Nullable URI uri,
            @Nullable TracePosition position,
            Consumer<String> remover,
            BiConsumer<String, String> setter) {
        Map<String, String> own = uri == null ? Map.of() : of(uri, position);
        Guard.run(() -> {
            if (!own.isEmpty() || uri == null || !mayGoTo(uri)) {
                NAMES.forEach(remover);
            }
            own.forEach(setter);
        });
    }

    /**
     * {@return whether a request may carry headers: it stays in the house} Never throws.
     *
     * @param uri where it goes
     */
    public boolean mayGoTo(URI uri) {
        return Boolean.TRUE.equals(Guard.call(() -> house.contain(uri)));
    }

    /**
     * {@return whether a request or message has any headers of a trace}
     *
     * @param headers tells whether there is one of a name
     */
    public static boolean isIn(Predicate<String> headers) {
        for (String name : NAMES) {
            if (headers.test(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return whether a header is of a trace}
     *
     * @param header its name
     */
    public static boolean has(String header) {
        return isIn(header::equalsIgnoreCase);
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
