// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the members of a token. None may be there that is not known: it might forbid what is allowed here. */
final class ClaimsReader {

    static final String AUDIENCE = "aud";
    static final String PROFILER = "profiler";
    static final String ISSUED = "iat";
    static final String NOT_BEFORE = "nbf";
    static final String EXPIRES = "exp";
    static final String PATH = "path";
    static final String METHODS = "method";
    static final String LAYERS = "layers";
    static final String SPANS = "spans";
    static final String SAMPLES = "samples";
    static final String TRACE_METHODS = "trace_methods";
    static final String SUBJECT = "sub";

    /** Subject of a token for the cookie of a browser; no other one means anything. */
    static final String BROWSER = "browser";

    /** Beyond it, no clock of ours can show the time. */
    private static final double LAST_SECOND = 253_402_300_799d;

    private static final Set<String> KNOWN = Set.of(
            AUDIENCE,
            ISSUED,
            NOT_BEFORE,
            EXPIRES,
            PATH,
            METHODS,
            LAYERS,
            SPANS,
            SAMPLES,
            TRACE_METHODS,
            SignedIds.BASE_ID,
            SignedIds.PARENT_ID,
            SUBJECT,
            "iss",
            "jti");

    private final JsonNode members;

    ClaimsReader(JsonNode members) {
        this.members = members;
    }

    /** @throws IllegalArgumentException if a member is missing, unknown, or has a value that it cannot have */
    SignedClaims read() {
        require(KNOWN.containsAll(members.propertyNames()));
        SignedIds ids = SignedIds.of(members);
        if (ids == null) {
            throw new IllegalArgumentException();
        }
        Set<String> methods = textsOrNull(METHODS);
        Set<String> traced = textsOrNull(TRACE_METHODS);
        TokenClaims claims = new TokenClaims(
                text(members.path(PATH)),
                methods == null ? Set.of() : methods,
                new Allowance(
                        textsOrNull(LAYERS),
                        number(SPANS),
                        Duration.ofMillis(number(SAMPLES)),
                        traced == null ? Set.of() : traced),
                time(EXPIRES));
        return new SignedClaims(isForBrowser() ? claims.inCookie() : claims, ids, isForProfiler(), notBefore());
    }

    private boolean isForProfiler() {
        Set<String> audience = textsOrNull(AUDIENCE);
        return audience != null && audience.contains(PROFILER);
    }

    private boolean isForBrowser() {
        JsonNode subject = members.path(SUBJECT);
        return subject.isString() && subject.stringValue().equals(BROWSER);
    }

    private Instant notBefore() {
        Instant issued = members.has(ISSUED) ? time(ISSUED) : Instant.MIN;
        Instant notBefore = members.has(NOT_BEFORE) ? time(NOT_BEFORE) : Instant.MIN;
        return issued.isAfter(notBefore) ? issued : notBefore;
    }

    private Instant time(String name) {
        JsonNode time = members.path(name);
        require(time.isNumber() && Math.abs(time.doubleValue()) <= LAST_SECOND);
        return Instant.ofEpochSecond((long) Math.floor(time.doubleValue()));
    }

    /** More than 0, if it is given. */
    private int number(String name) {
        JsonNode number = members.path(name);
        if (number.isMissingNode()) {
            return 0;
        }
        require(number.isInt() && number.intValue() > 0);
        return number.intValue();
    }

    /** One text, or several in an array of at least one. */
    private @Nullable Set<String> textsOrNull(String name) {
        JsonNode given = members.path(name);
        if (given.isMissingNode()) {
            return null;
        }
        if (!given.isArray()) {
            return Set.of(text(given));
        }
        require(!given.isEmpty());
        Set<String> texts = new LinkedHashSet<>();
        given.forEach(element -> texts.add(text(element)));
        return texts;
    }

    private static String text(JsonNode node) {
        require(node.isString() && !node.stringValue().isEmpty());
        return node.stringValue();
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
