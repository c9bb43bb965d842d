// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** What follows {@code Bearer} or {@code Basic}, if it is no word of a sentence. */
final class AuthSchemes implements SecretFinder {

    private static final int MIN_TOKEN = 6;
    private static final int MAX_WORD = 24;

    private static final Set<String> AFTER_BEARER = Set.of(
            "token",
            "tokens",
            "auth",
            "authentication",
            "authorization",
            "scheme",
            "schemes",
            "header",
            "method",
            "format",
            "realm",
            "error",
            "credentials",
            "credential",
            "challenge",
            "security",
            "prefix",
            "string",
            "value",
            "expected",
            "required",
            "missing",
            "instead",
            "invalid",
            "access",
            "token_type",
            "type",
            "assertion",
            "requires",
            "without",
            "certificate",
            "instrument",
            "instruments",
            "resource",
            "server",
            "client",
            "methods");

    @Override
    public void find(ReadText text, Cover cover) {
        for (int at = 0; at < text.length(); at++) {
            if (text.at(at) != 'B' && text.at(at) != 'b') {
                continue;
            }
            boolean bearer = text.has("bearer", at);
            if ((bearer || text.has("basic", at)) && !text.isLetterOrDigit(at - 1)) {
                int from = afterSeparators(text, at + (bearer ? 6 : 5));
                int to = endOf(text, from);
                if (to > from && from > at + (bearer ? 6 : 5) && isToken(text, at, from, to)) {
                    cover.add(from, to);
                }
                at = Math.max(at, to - 1);
            }
        }
    }

    private static int afterSeparators(ReadText text, int index) {
        int at = index;
        while (text.isBlank(at) || text.at(at) == '+' || text.at(at) == ':') {
            at++;
        }
        return at;
    }

    private static int endOf(ReadText text, int from) {
        int at = from;
        while (text.isLetterOrDigit(at) || text.at(at) != ReadText.NONE && "._~+/=-".indexOf(text.at(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isToken(ReadText text, int scheme, int from, int to) {
        String word = text.substring(from, to);
        boolean bearer = text.has("bearer", scheme);
        if (word.length() < MIN_TOKEN) {
            return !bearer && isUserAndPassword(word);
        }
        if (bearer) {
            return word.length() > MAX_WORD
                    || Vocabulary.looksChosen(word, MIN_TOKEN)
                    || text.at(scheme) == 'B' && !AFTER_BEARER.contains(stripped(word));
        }
        return word.endsWith("=") && text.at(to) != '"'
                || Vocabulary.looksChosen(word, MIN_TOKEN) && !word.equals(word.toLowerCase(Locale.ROOT))
                || isUserAndPassword(word);
    }

    private static String stripped(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[._~+/=-]+$", "");
    }

    private static boolean isUserAndPassword(String word) {
        try {
            String decoded = new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
            return decoded.indexOf(':') >= 0 && decoded.chars().noneMatch(c -> c < ' ' || c == 0xfffd);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
