// SPDX-License-Identifier: Apache-2.0
package io.profiler.otlp.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * OpenTelemetry's ids of OSprofiler's: the whole UUID of a trace, and the low 64 bits of a span's.
 */
public final class OtlpIds {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern PUNCTUATION = Pattern.compile("urn:|uuid:|[{}-]");
    private static final int SPAN_DIGITS = 16;
    private static final int PLAIN_LENGTH = 36;

    private OtlpIds() {}

    /**
     * 32 hexadecimal digits.
     *
     * @param baseId the base id of a trace, a UUID or whatever else a writer took
     * @return the id of the trace in OTLP
     */
    public static String traceId(String baseId) {
        return isPlain(baseId) ? withoutHyphens(baseId) : normalized(baseId);
    }

    /** Whether it is written as nearly all are: lower case, with four hyphens, not beginning with zero. */
    private static boolean isPlain(String id) {
        if (id.length() != PLAIN_LENGTH || id.charAt(0) == '0') {
            return false;
        }
        for (int at = 0; at < PLAIN_LENGTH; at++) {
            char next = id.charAt(at);
            boolean hyphen = at == 8 || at == 13 || at == 18 || at == 23;
            if (hyphen ? next != '-' : !(next >= '0' && next <= '9' || next >= 'a' && next <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static String withoutHyphens(String plain) {
        return new StringBuilder(2 * SPAN_DIGITS)
                .append(plain, 0, 8)
                .append(plain, 9, 13)
                .append(plain, 14, 18)
                .append(plain, 19, 23)
                .append(plain, 24, PLAIN_LENGTH)
                .toString();
    }

    private static String normalized(String baseId) {
        String digits = PUNCTUATION.matcher(baseId.toLowerCase(Locale.ROOT)).replaceAll("");
        return UUID.matcher(digits).matches() && !isZero(digits) ? digits : hash(baseId);
    }

    /**
     * 16 hexadecimal digits.
     *
     * @param traceId the id of a span, which OSprofiler calls its trace id
     * @return the id of the span in OTLP
     */
    public static String spanId(String traceId) {
        String low = traceId(traceId).substring(SPAN_DIGITS);
        return isZero(low) ? hash(traceId).substring(SPAN_DIGITS) : low;
    }

    private static boolean isZero(String digits) {
        for (int at = 0; at < digits.length(); at++) {
            if (digits.charAt(at) != '0') {
                return false;
            }
        }
        return true;
    }

    /** OSprofiler draws a new id each time it meets one that is no UUID, which tears a trace apart. */
    private static String hash(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, SPAN_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
