// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token says: which requests it has profiled, and until when.
 *
 * @param path which paths, as in {@code /v2/**}: {@code *} in a segment, {@code **} for any number of segments
 * @param methods which methods; empty for all
 * @param allowance how much of each request may be recorded
 * @param expires when the token ends
 * @param baseId id of the one trace that all requests belong to; null for a new one for each
 * @param parentId id of the span that they are below, null for none
 * @param forBrowser whether it may be the cookie of a browser that is recorded
 * @since 0.1
 */
public record TokenClaims(
        String path,
        Set<String> methods,
        Allowance allowance,
        Instant expires,
        @Nullable String baseId,
        @Nullable String parentId,
        boolean forBrowser) {

    /** To look for it in a path takes time. */
    private static final int LONGEST_PATH = 256;

    /**
     * Copies the methods.
     *
     * @throws IllegalArgumentException if the path does not begin with a slash, or has more than 256 characters
     */
    public TokenClaims {
        Objects.requireNonNull(allowance, "allowance");
        Objects.requireNonNull(expires, "expires");
        methods = Set.copyOf(methods);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path: '" + path + "' does not begin with '/'");
        }
        if (path.length() > LONGEST_PATH) {
            throw new IllegalArgumentException("path: has more than " + LONGEST_PATH + " characters");
        }
    }

    /**
     * A token's claims that have a trace of its own made of each request.
     *
     * @param path which paths, as in {@code /v2/**}
     * @param methods which methods; empty for all
     * @param allowance how much of each request may be recorded
     * @param expires when the token ends
     */
    public TokenClaims(String path, Set<String> methods, Allowance allowance, Instant expires) {
        this(path, methods, allowance, expires, null, null, false);
    }

    /**
     * {@return the same, with all requests of the token in one trace}
     *
     * @param baseId id of that trace
     * @param parentId id of the span that the requests are below; the base id at the top
     */
    public TokenClaims in(String baseId, String parentId) {
        return new TokenClaims(path, methods, allowance, expires, baseId, parentId, forBrowser);
    }

    /**
     * {@return the same, for other paths}
     *
     * @param path which, beginning with a slash: {@code *} in a segment, {@code **} for any number of segments
     * @throws IllegalArgumentException if it begins with anything else, or has more than 256 characters
     */
    public TokenClaims at(String path) {
        return new TokenClaims(path, methods, allowance, expires, baseId, parentId, forBrowser);
    }

    /** {@return the same, for the cookie of a browser that is recorded} */
    public TokenClaims inCookie() {
        return new TokenClaims(path, methods, allowance, expires, baseId, parentId, true);
    }

    boolean allowsMethod(String method) {
        return methods.isEmpty() || methods.contains(method);
    }

    boolean allowsPath(@Nullable String plainPath) {
        return plainPath != null && PathPattern.matches(path, plainPath);
    }
}
