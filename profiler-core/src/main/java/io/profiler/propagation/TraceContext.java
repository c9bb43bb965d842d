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

    private final String baseId;
    private final String parentId;
    private final transient String hmacKey;
    private final Allowance allowance;
    private final @Nullable TokenClaims claims;

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
        this(baseId, parentId, hmacKey, allowance, null);
    }

    TraceContext(String baseId, String parentId, String hmacKey, TokenClaims claims) {
        this(baseId, parentId, hmacKey, claims.allowance(), claims);
    }

    private TraceContext(
            String baseId, String parentId, String hmacKey, Allowance allowance, @Nullable TokenClaims claims) {
        this.baseId = Objects.requireNonNull(baseId, "baseId");
        this.parentId = Objects.requireNonNull(parentId, "parentId");
        this.hmacKey = Objects.requireNonNull(hmacKey, "hmacKey");
        this.allowance = Objects.requireNonNull(allowance, "allowance");
        this.claims = claims;
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
     * {@return the same trace, for what runs below another span: key, allowance and claims stay}
     *
     * @param spanId id of that span
     */
    public TraceContext below(String spanId) {
        return new TraceContext(baseId, spanId, hmacKey, allowance, claims);
    }

    /** {@return the id of the trace} */
    public String baseId() {
        return baseId;
    }

    /** {@return the id of the span that the next span is below} */
    public String parentId() {
        return parentId;
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
                && Objects.equals(claims, context.claims);
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
