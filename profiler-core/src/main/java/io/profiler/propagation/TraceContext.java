// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one service tells the next about the trace it is part of. Immutable. Neither its text form nor what a JSON library
 * makes of it shows the key.
 *
 * @since 0.1
 */
public final class TraceContext {

    /** So much of a signature nobody meets by chance; and nobody can sign with it. */
    private static final int FINGERPRINT_LENGTH = 22;

    private final String baseId;
    private final String parentId;
    private final transient String hmacKey;
    private final Allowance allowance;
    private final @Nullable TokenClaims claims;

    /** Of the headers that have a new trace made each time; null if the trace is none of those. */
    private final @Nullable String fingerprint;

    /**
     * A context without bounds of its own.
     *
     * @param baseId id of the trace
     * @param parentId id of the span that the next span is below; the base id at the top
     * @param hmacKey key that signed the headers, and signs those that go on downstream
     */
    public TraceContext(String baseId, String parentId, String hmacKey) {
        this(baseId, parentId, hmacKey, Allowance.UNLIMITED);
    }

    /**
     * A context.
     *
     * @param baseId id of the trace
     * @param parentId id of the span that the next span is below; the base id at the top
     * @param hmacKey key that signed the headers, and signs those that go on downstream
     * @param allowance how much may be recorded
     */
    public TraceContext(String baseId, String parentId, String hmacKey, Allowance allowance) {
        this(baseId, parentId, hmacKey, allowance, null, null);
    }

    /** What headers say, which have this signature; without claims they are OSprofiler's. */
    TraceContext(SignedIds ids, String hmacKey, @Nullable TokenClaims claims, String signature) {
        this(
                ids.baseId(),
                ids.parentId(),
                hmacKey,
                claims == null ? Allowance.UNLIMITED : claims.allowance(),
                claims,
                ids.areNew() ? signature.substring(0, Math.min(signature.length(), FINGERPRINT_LENGTH)) : null);
    }

    private TraceContext(
            String baseId,
            String parentId,
            String hmacKey,
            Allowance allowance,
            @Nullable TokenClaims claims,
            @Nullable String fingerprint) {
        this.baseId = Objects.requireNonNull(baseId, "baseId");
        this.parentId = Objects.requireNonNull(parentId, "parentId");
        this.hmacKey = Objects.requireNonNull(hmacKey, "hmacKey");
        this.allowance = Objects.requireNonNull(allowance, "allowance");
        this.claims = claims;
        this.fingerprint = fingerprint;
    }

    /**
     * {@return a context of a trace that nobody asked for: nothing of it goes on downstream}
     *
     * @param baseId id of the trace
     */
    public static TraceContext unsigned(String baseId) {
        return new TraceContext(baseId, baseId, "");
    }

    /** {@return whether there is a key to sign with what goes on downstream} */
    public boolean isSigned() {
        return !hmacKey.isEmpty();
    }

    /**
     * {@return the same trace, for what runs below another span: key, allowance and claims stay; it is no new one there}
     *
     * @param spanId id of that span
     */
    public TraceContext below(String spanId) {
        return new TraceContext(baseId, spanId, hmacKey, allowance, claims, null);
    }

    /** {@return the id of the trace} */
    public String baseId() {
        return baseId;
    }

    /** {@return the id of the span that the next span is below} */
    public String parentId() {
        return parentId;
    }

    /**
     * {@return whether the trace was made for this one request: the headers say none, so that each request with them has
     * another}
     */
    public boolean isNew() {
        return fingerprint != null;
    }

    /**
     * {@return what tells those apart who ask, for limits of which nobody is to have all: the id of the trace, which
     * whoever signs has chosen; if it is new, what stands for the headers, whatever traces are made by them}
     */
    public String askedBy() {
        return fingerprint == null ? baseId : fingerprint;
    }

    /** {@return the key that signs what goes on downstream} */
    public String hmacKey() {
        return hmacKey;
    }

    /** {@return how much may be recorded} */
    public Allowance allowance() {
        return allowance;
    }

    /** What the token said that the request came with; null if it came without one. */
    @Nullable
    TokenClaims claims() {
        return claims;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TraceContext context
                && baseId.equals(context.baseId)
                && parentId.equals(context.parentId)
                && hmacKey.equals(context.hmacKey)
                && allowance.equals(context.allowance)
                && Objects.equals(claims, context.claims)
                && Objects.equals(fingerprint, context.fingerprint);
    }

    @Override
    public int hashCode() {
        return Objects.hash(baseId, parentId);
    }

    @Override
    public String toString() {
        return "TraceContext[baseId=" + baseId + ", parentId=" + parentId + "]";
    }
}
