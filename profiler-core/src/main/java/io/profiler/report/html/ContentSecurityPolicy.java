// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A policy under which a browser runs one script and applies one style sheet, loads nothing, sends nothing but to the
 * origins that are named, and lets no text become markup.
 */
record ContentSecurityPolicy(String styles, String scripts, String sources) {

    static ContentSecurityPolicy allowing(String style, String script) {
        return new ContentSecurityPolicy(hash(style), hash(script), "");
    }

    /** Allows what either does, but to send no more than this one. */
    ContentSecurityPolicy or(ContentSecurityPolicy other) {
        return new ContentSecurityPolicy(styles + ' ' + other.styles, scripts + ' ' + other.scripts, sources);
    }

    /**
     * The same, but the page may send requests, and show pages of its own server in itself.
     *
     * @param origins where to
     */
    ContentSecurityPolicy sendingTo(List<String> origins) {
        return new ContentSecurityPolicy(
                styles, scripts, "; connect-src " + String.join(" ", origins) + "; frame-src 'self'");
    }

    String text() {
        return "default-src 'none'; style-src " + styles + "; script-src " + scripts
                + "; img-src data:; base-uri 'none'; form-action 'none'"
                + "; require-trusted-types-for 'script'; trusted-types 'none'" + sources;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
