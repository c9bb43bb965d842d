// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import io.profiler.propagation.HeaderVerdict.Reason;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether the trace headers of a request were signed by one of the configured keys, and for that request. Counts
 * its verdicts.
 *
 * <p>Thread-safe. What headers say is never logged.
 *
 * @since 0.1
 */
public final class HeaderVerifier {

    private static final Logger logger = LoggerFactory.getLogger(HeaderVerifier.class);

    private final HeaderPairs pairs;
    private final Tokens tokens;
    private final boolean strict;
    private final EndedTraces ended;

    /** Those of which one header can have any number made, so that they push out none but each other. */
    private final EndedTraces derived;

    private final int longestId;
    private final AtomicLongArray counts = new AtomicLongArray(Reason.values().length);

    /**
     * A verifier that accepts all there is.
     *
     * @param hmacKeys keys to try in this order; blanks around them and empty ones do not count
     */
    public HeaderVerifier(List<String> hmacKeys) {
        this(hmacKeys, Acceptance.ANY, InstantSource.system());
    }

    /**
     * A verifier.
     *
     * @param hmacKeys keys to try in this order; blanks around them and empty ones do not count
     * @param acceptance which rightly signed headers are accepted
     * @param clock by which tokens begin and end, and by which headers of a trace that has ended are too late
     */
    public HeaderVerifier(List<String> hmacKeys, Acceptance acceptance, InstantSource clock) {
        this.pairs = new HeaderPairs(hmacKeys);
        this.tokens = new Tokens(hmacKeys, clock);
        this.strict = acceptance.strict();
        this.ended = new EndedTraces(acceptance.replayAfter(), clock);
        this.derived = new EndedTraces(acceptance.replayAfter(), clock);
        this.longestId = acceptance.longestId();
    }

    /**
     * Verifies OSprofiler's two headers as they came.
     *
     * @param info value of {@link SignedHeaders#TRACE_INFO}
     * @param hmac value of {@link SignedHeaders#TRACE_HMAC}, null if there is none
     * @return the context if it is to be profiled, else the reason why not
     */
    public HeaderVerdict verify(String info, @Nullable String hmac) {
        return counted(strict ? HeaderVerdict.rejected(Reason.NO_TOKEN) : unlessReplayed(pairs.verify(info, hmac)));
    }

    /**
     * Verifies a token as it came.
     *
     * @param token value of {@link TraceToken#HEADER}
     * @param method the request's method as it was sent; compared with those of the token letter by letter
     * @param path the request's path as the client wrote it: neither decoded nor normalised, without query
     * @return the context if it is to be profiled, else the reason why not
     */
    public HeaderVerdict verifyToken(String token, String method, String path) {
        return counted(tokens.verify(token, method, path));
    }

    /**
     * Verifies the token in the cookie of a browser that is recorded. One that was made for a header is none: headers with
     * tokens may be kept from coming in where cookies are not.
     *
     * @param token value of the cookie
     * @param method the request's method as it was sent
     * @param path the request's path as the client wrote it, as above
     * @return the context if it is to be profiled, else the reason why not
     */
    public HeaderVerdict verifyCookie(String token, String method, String path) {
        return counted(forBrowser(tokens.verify(token, method, path)));
    }

    private static HeaderVerdict forBrowser(HeaderVerdict verdict) {
        TraceContext context = verdict.context();
        TokenClaims claims = context == null ? null : context.claims();
        return claims == null || claims.forBrowser() ? verdict : HeaderVerdict.rejected(Reason.FOREIGN_AUDIENCE);
    }

    /**
     * Takes note that a request has ended: OSprofiler's headers of its trace are soon no longer accepted, whether it came
     * with them or with a token, as its calls onward carry such headers either way. Tokens end by themselves.
     *
     * @param context what its headers said
     */
    public void ended(TraceContext context) {
        boolean byToken = context.claims() != null;
        if (!byToken) {
            ended.add(context.askedBy());
        }
        if (byToken || context.isNew()) {
            derived.add(context.baseId());
        }
    }

    /**
     * How often this verifier came to a verdict for a reason.
     *
     * @param reason why something was accepted or not
     * @return a number that never falls
     */
    public long count(Reason reason) {
        return counts.get(reason.ordinal());
    }

    /**
     * {@return how many traces had to be forgotten before OSprofiler's headers of them were too late: those are good for
     * longer than they should be} A number that never falls.
     */
    public long countForgotten() {
        return ended.countForgotten() + derived.countForgotten();
    }

    private HeaderVerdict unlessReplayed(HeaderVerdict verdict) {
        TraceContext context = verdict.context();
        return context != null && isOver(context) ? HeaderVerdict.rejected(Reason.REPLAYED) : verdict;
    }

    private boolean isOver(TraceContext context) {
        return ended.isOver(context.askedBy()) || derived.isOver(context.baseId());
    }

    private HeaderVerdict counted(HeaderVerdict any) {
        HeaderVerdict verdict = TraceIds.checked(any, longestId);
        counts.incrementAndGet(verdict.reason().ordinal());
        if (verdict.context() == null) {
            logger.debug("Trace headers are rejected: {}", verdict.reason().tag());
        }
        return verdict;
    }
}
