// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which headers are relayed: those of a client, and what the application adds to them. Any other name may be one that it
 * believes because its proxy sets it, as to where a request comes from, or from whom.
 */
final class RelayedNames {

    private static final Set<String> OF_A_CLIENT = Set.of(
            "accept",
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "authorization",
            "b3",
            "cache-control",
            "content-encoding",
            "content-language",
            "content-type",
            "cookie",
            "idempotency-key",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "pragma",
            "prefer",
            "range",
            "traceparent",
            "tracestate",
            "user-agent",
            "x-correlation-id",
            "x-csrf-token",
            "x-request-id",
            "x-requested-with",
            "x-trace-hmac",
            "x-trace-info",
            "x-trace-token",
            "x-xsrf-token");

    /** What says where a message goes and how it ends is the sender's to say: and the sender is the application. */
    private static final Set<String> OF_THE_SENDER = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final Set<String> names;

    /**
     * @param more names that the application adds
     */
    RelayedNames(Collection<String> more) {
        this.names = Stream.concat(OF_A_CLIENT.stream(), more.stream().map(RelayedNames::lowerCase))
                .filter(name -> !OF_THE_SENDER.contains(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @throws InvalidParameterException if there is another header
     */
    void requireAll(RelayedHeaders headers) {
        headers.list().forEach(header -> require(header.name()));
    }

    private void require(String name) {
        if (!names.contains(lowerCase(name))) {
            throw new InvalidParameterException("headers: " + name + " is not relayed"
                    + (OF_THE_SENDER.contains(lowerCase(name))
                            ? ""
                            : ", unless profiler.console.relayed-headers names it"));
        }
    }

    private static String lowerCase(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
