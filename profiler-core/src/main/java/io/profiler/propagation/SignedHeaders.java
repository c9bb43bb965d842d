// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two headers that ask a service to profile a request, in the format of OSprofiler 3.4.3.
 *
 * @param info value of {@link #TRACE_INFO}: URL-safe base64, with padding, of a JSON object
 * @param hmac value of {@link #TRACE_HMAC}: HMAC-SHA1 over the text of {@code info}, in lower-case hex
 * @since 0.1
 */
public record SignedHeaders(String info, String hmac) {

    /** Header with the ids. */
    public static final String TRACE_INFO = "X-Trace-Info";

    /** Header with the signature. */
    public static final String TRACE_HMAC = "X-Trace-HMAC";

    /** Response header of a request that was profiled: the base id. Not known to OSprofiler. */
    public static final String TRACE_ID = "X-Trace-Id";

    private static final SignedHeaders NONE = new SignedHeaders("", "");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /**
     * Signs a context with its key.
     *
     * @param context what to say to the next service
     * @return the headers to send; none, if nobody asked for the trace
     */
    public static SignedHeaders sign(TraceContext context) {
        if (!context.isSigned()) {
            return NONE;
        }
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("base_id", context.baseId());
        ids.put("parent_id", context.parentId());
        String info = Base64.getUrlEncoder()
                .encodeToString(JSON.writeValueAsString(ids).getBytes(UTF_8));
        return new SignedHeaders(info, Signature.ofHeaders(context.hmacKey()).of(info));
    }

    /** {@return both headers by name; empty if there are none to send} */
    public Map<String, String> asMap() {
        return hmac.isEmpty() ? Map.of() : Map.of(TRACE_INFO, info, TRACE_HMAC, hmac);
    }
}
