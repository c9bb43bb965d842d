// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes tokens: one header that asks services to profile some requests for some time, a JSON Web Token signed by
 * {@code HS256}. Not known to OSprofiler.
 *
 * @since 0.1
 */
public final class TraceToken {

    /** Header with the token. */
    public static final String HEADER = "X-Trace-Token";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String START = encoded(Map.of("alg", "HS256"));

    private TraceToken() {}

    /**
     * Signs what a token is to say.
     *
     * @param claims which requests, until when, and how much of them
     * @param hmacKey one of the keys of the services that are to accept it
     * @return value of {@link #HEADER}
     */
    public static String sign(TokenClaims claims, String hmacKey) {
        Map<String, Object> members = members(claims);
        members.put(ClaimsReader.ISSUED, Instant.now().getEpochSecond());
        return sign(members, hmacKey);
    }

    /**
     * A token for the next service, with the bounds of the one that the present request came with: no longer, no wider.
     *
     * @param context what to say to the next service
     * @return empty if the present request came without a token
     */
    public static Optional<String> next(TraceContext context) {
        return Optional.ofNullable(context.claims()).map(claims -> next(context, claims));
    }

    /**
     * A token for the next service, with the bounds of the one that the present request came with, for other paths.
     *
     * @param context what to say to the next service
     * @param path which paths of the next service, as in {@code /stock/**}
     * @return empty if the present request came without a token
     */
    public static Optional<String> next(TraceContext context, String path) {
        return Optional.ofNullable(context.claims()).map(claims -> next(context, claims.at(path)));
    }

    /** The next service is asked by a header, whatever this one was. */
    private static String next(TraceContext context, TokenClaims claims) {
        Map<String, Object> members = members(claims.in(context.baseId(), context.parentId()));
        members.remove(ClaimsReader.SUBJECT);
        return sign(members, context.hmacKey());
    }

    private static String sign(Map<String, Object> members, String hmacKey) {
        String signed = START + '.' + encoded(members);
        return signed + '.' + Signature.ofTokens(hmacKey).of(signed);
    }

    private static Map<String, Object> members(TokenClaims claims) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(ClaimsReader.AUDIENCE, ClaimsReader.PROFILER);
        members.put(ClaimsReader.EXPIRES, claims.expires().getEpochSecond());
        members.put(ClaimsReader.PATH, claims.path());
        if (!claims.methods().isEmpty()) {
            members.put(ClaimsReader.METHODS, claims.methods());
        }
        if (claims.allowance().names() != null) {
            members.put(ClaimsReader.LAYERS, claims.allowance().names());
        }
        if (claims.allowance().spans() > 0) {
            members.put(ClaimsReader.SPANS, claims.allowance().spans());
        }
        if (!claims.allowance().samples().isZero()) {
            members.put(
                    ClaimsReader.SAMPLES,
                    Math.max(1, claims.allowance().samples().toMillis()));
        }
        if (!claims.allowance().methods().isEmpty()) {
            members.put(ClaimsReader.TRACE_METHODS, claims.allowance().methods());
        }
        if (claims.forBrowser()) {
            members.put(ClaimsReader.SUBJECT, ClaimsReader.BROWSER);
        }
        putUnlessNull(members, SignedIds.BASE_ID, claims.baseId());
        putUnlessNull(members, SignedIds.PARENT_ID, claims.parentId());
        return members;
    }

    private static void putUnlessNull(Map<String, Object> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    private static String encoded(Map<String, Object> members) {
        return BASE64.encodeToString(JSON.writeValueAsString(members).getBytes(UTF_8));
    }
}
