// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Replaces what is secret in texts: values of secret names, and what is known by its shape. The time it takes grows with
 * the length of the text. Thread-safe.
 *
 * @since 0.1
 */
public final class SecretMask {

    /** What a secret is replaced with. */
    public static final String MASK = "***";

    private static final int SHORTEST_TOKEN = 12;
    private static final Pattern NO_PART_OF_NAME = Pattern.compile("[^\\p{L}\\p{N}_]+");

    private static final List<SecretFinder> SHAPES =
            List.of(new PrivateKeys(), new UserInfo(), new BareUserInfo(), new KnownTokens(), new AuthSchemes());

    private final SecretNames names;
    private final List<SecretFinder> inTexts;
    private final List<SecretFinder> inQueries;

    /**
     * Makes a mask.
     *
     * @param names what the names of secret values end with
     * @param queryNames names of parameters that are secret only in the query of a URL
     * @param shapes whether secrets are also known by their shape
     */
    public SecretMask(List<String> names, List<String> queryNames, boolean shapes) {
        this.names = new SecretNames(names, queryNames);
        this.inTexts = finders(false, shapes);
        this.inQueries = finders(true, shapes);
    }

    private List<SecretFinder> finders(boolean isQuery, boolean shapes) {
        List<SecretFinder> finders = new ArrayList<>(shapes ? SHAPES : List.of());
        if (!names.isEmpty()) {
            finders.add(new Assignments(names, isQuery));
        }
        if (names.hasNames()) {
            finders.add(new Sentences(names));
            finders.add(new Elements(names));
            finders.add(new SqlValues(names));
            finders.add(new RejectedValues(names));
        }
        return List.copyOf(finders);
    }

    /**
     * Whether values of this name are secret.
     *
     * @param name of a parameter, a header or a member
     * @return whether it is secret by its name
     */
    public boolean isSecret(String name) {
        return names.contains(name);
    }

    /**
     * Whether a word of a text is the name of something secret, as where a statement names columns.
     *
     * @param text any text
     * @return whether values that belong to it may be secret
     */
    public boolean namesSecret(CharSequence text) {
        return NO_PART_OF_NAME.splitAsStream(text).anyMatch(names::contains);
    }

    /** Too short for a token, and without anything that a secret could stand behind. */
    private static boolean isWord(CharSequence raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (i >= SHORTEST_TOKEN - 1 || !Character.isLetterOrDigit(raw.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A text without what is secret in it.
     *
     * @param text any text, of any length
     * @return the text with stars for what is secret
     */
    public String mask(CharSequence text) {
        return masked(text, inTexts);
    }

    /**
     * The query of a URL without what is secret in it.
     *
     * @param query without its question mark
     * @return the query with stars for what is secret
     */
    public String maskQuery(CharSequence query) {
        return masked(query, inQueries);
    }

    private static String masked(CharSequence raw, List<SecretFinder> finders) {
        if (isWord(raw)) {
            return raw.toString();
        }
        ReadText text = ReadText.of(raw);
        Cover cover = new Cover();
        finders.forEach(finder -> finder.find(text, cover));
        return cover.of(raw, text);
    }
}
