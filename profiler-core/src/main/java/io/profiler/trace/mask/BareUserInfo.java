// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.Locale;
import java.util.Set;

/** A password between a user and a host without the rest of a URL: {@code app:S3cret@db}. */
final class BareUserInfo implements SecretFinder {

    private static final int MAX_USER = 64;

    /** How far a password is looked for beyond another '@', which it may hold. */
    private static final int MAX_BEYOND = 64;

    private static final int MIN_LENGTH = 5;
    private static final String NOT_IN_PASSWORD = " \t\r\n\"'`<>|/,;=()[]{}";

    /** What stands before the address of a person. */
    private static final Set<String> BEFORE_ADDRESS = Set.of(
            "mailto",
            "sip",
            "sips",
            "xmpp",
            "acct",
            "from",
            "to",
            "cc",
            "bcc",
            "email",
            "mail",
            "contact",
            "author",
            "owner",
            "by",
            "npm",
            "image",
            "sender",
            "recipient",
            "maintainer",
            "committer",
            "username",
            "login");

    @Override
    public void find(ReadText text, Cover cover) {
        int last = -1;
        for (int at = text.find("@", 0); at >= 0; last = at, at = text.find("@", at + 1)) {
            int colon = Character.isLetter(text.at(at + 1)) ? colonBefore(text, at, last) : -1;
            if (colon > 0 && isPassword(text, colon, at)) {
                cover.add(colon + 1, at);
            }
        }
    }

    private static int colonBefore(ReadText text, int host, int last) {
        for (int at = host - 1; at > Math.min(last, host - MAX_BEYOND); at--) {
            if (text.at(at) == ':') {
                return at;
            }
            if (text.at(at) == ReadText.NONE || NOT_IN_PASSWORD.indexOf(text.at(at)) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isPassword(ReadText text, int colon, int host) {
        int from = AssignedName.startOf(text, colon, MAX_USER);
        String user = text.substring(from, colon).toLowerCase(Locale.ROOT);
        String password = text.substring(colon + 1, host);
        return !user.isEmpty()
                && text.at(from - 1) != '/'
                && !BEFORE_ADDRESS.contains(user)
                && password.length() >= MIN_LENGTH
                && (Vocabulary.looksChosen(password, MIN_LENGTH)
                        || password.chars().anyMatch(c -> "!#$%&*?^".indexOf(c) >= 0))
                && !isDigestOrHash(text, host + 1);
    }

    private static boolean isDigestOrHash(ReadText text, int from) {
        int at = from;
        while (Character.digit(text.at(at), 16) >= 0) {
            at++;
        }
        return text.has("sha256:", from) || at - from >= 6 && !text.isLetterOrDigit(at) && text.at(at) != '.';
    }
}
