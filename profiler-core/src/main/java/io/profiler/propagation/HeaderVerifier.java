// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import io.profiler.propagation.HeaderVerdict.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides whether trace headers were signed by one of the configured keys. Gives every recorded header of OSprofiler
 * 3.4.3 the verdict that OSprofiler gives it, but never throws where OSprofiler does, and takes only texts as ids. Counts its verdicts.
 *
 * <p>Thread-safe. What headers say is never logged.
 *
 * @since 0.1
 */
public final class HeaderVerifier {

    private static final Logger logger = LoggerFactory.getLogger(HeaderVerifier.class);

    private static final int MAX_INFO_LENGTH = 8192;
    private static final int MAX_HMAC_LENGTH = 256;
    private static final String BASE_ID = "base_id";
    private static final String PARENT_ID = "parent_id";
    private static final Set<String> MEMBERS = Set.of(BASE_ID, PARENT_ID, "hmac_key");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Signature> signatures;
    private final AtomicLongArray counts = new AtomicLongArray(Reason.values().length);

    /**
     * @param hmacKeys keys to try in this order; blanks around them and empty ones do not count
     */
    public HeaderVerifier(List<String> hmacKeys) {
        this.signatures = hmacKeys.stream()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(Signature::new)
                .toList();
    }

    /**
     * Verifies the two headers as they came.
     *
     * @param info value of {@link SignedHeaders#TRACE_INFO}
     * @param hmac value of {@link SignedHeaders#TRACE_HMAC}, null if there is none
     * @return the context if it is to be profiled, else the reason why not
     */
    public HeaderVerdict verify(String info, @Nullable String hmac) {
        HeaderVerdict verdict = decide(info, hmac);
        counts.incrementAndGet(verdict.reason().ordinal());
        if (verdict.context() == null) {
            logger.debug("Trace headers are rejected: {}", verdict.reason().tag());
        }
        return verdict;
    }

    /**
     * How often this verifier came to a verdict for a reason.
     *
     * @param reason one of the verdicts
     * @return a number that never falls
     */
    public long count(Reason reason) {
        return counts.get(reason.ordinal());
    }

    private HeaderVerdict decide(String info, @Nullable String hmac) {
        if (hmac == null || hmac.isBlank()) {
            return HeaderVerdict.rejected(Reason.UNSIGNED);
        }
        if (info.length() > MAX_INFO_LENGTH || hmac.length() > MAX_HMAC_LENGTH) {
            return HeaderVerdict.rejected(Reason.TOO_LONG);
        }
        String signature = hmac.strip();
        for (Signature candidate : signatures) {
            if (candidate.matches(info, signature)) {
                return read(info, candidate.key());
            }
        }
        return HeaderVerdict.rejected(Reason.WRONG_SIGNATURE);
    }

    private static HeaderVerdict read(String info, String key) {
        JsonNode ids = parse(info);
        if (ids == null || !ids.isObject()) {
            return HeaderVerdict.rejected(Reason.MALFORMED);
        }
        if (!ids.has(BASE_ID) || !MEMBERS.containsAll(ids.propertyNames())) {
            return HeaderVerdict.rejected(Reason.WRONG_MEMBERS);
        }
        if (!isTextOrNothing(ids.path(BASE_ID)) || !isTextOrNothing(ids.path(PARENT_ID))) {
            return HeaderVerdict.rejected(Reason.WRONG_MEMBERS);
        }
        String baseId = textOr(ids.path(BASE_ID), UUID.randomUUID().toString());
        return HeaderVerdict.accepted(new TraceContext(baseId, textOr(ids.path(PARENT_ID), baseId), key));
    }

    private static @Nullable JsonNode parse(String info) {
        byte[] json = LenientBase64.decode(info);
        if (json == null) {
            return null;
        }
        try {
            return JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString());
        } catch (CharacterCodingException | JacksonException malformed) {
            return null;
        }
    }

    private static boolean isTextOrNothing(JsonNode id) {
        return id.isString()
                ? StandardCharsets.UTF_8.newEncoder().canEncode(id.stringValue())
                : id.isNull() || id.isMissingNode();
    }

    private static String textOr(JsonNode id, String otherwise) {
        return id.isString() && !id.stringValue().isEmpty() ? id.stringValue() : otherwise;
    }
}
