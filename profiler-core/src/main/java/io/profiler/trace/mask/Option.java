// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.Set;

/**
 * An option of a command, and its argument.
 *
 * @param name with its dashes
 * @param to where the name ends
 */
record Option(ReadText text, String name, int to) {

    private static final int MIN_CHOSEN = 6;
    private static final Set<String> ACCOUNTS = Set.of("-u", "--user", "--proxy-user");
    private static final Set<String> PASSWORDS = Set.of("-p", "-a", "-pw");

    void cover(SecretNames names, Cover cover) {
        if (isPasswordItself()) {
            cover.add(to - name.length() + 2, to);
            return;
        }
        int from = argument();
        int end = Words.endOfWord(text, from);
        String argument = text.substring(from, end);
        if (ACCOUNTS.contains(name)) {
            cover.add(argument.indexOf(':') < 0 ? end : from + argument.indexOf(':') + 1, end);
        } else if (isSecret(names, argument)) {
            cover.add(from, end);
        }
    }

    private boolean isSecret(SecretNames names, String argument) {
        return PASSWORDS.contains(name)
                ? Vocabulary.looksChosen(argument, MIN_CHOSEN)
                : names.contains(name) && !argument.isEmpty() && "-<[${*".indexOf(argument.charAt(0)) < 0;
    }

    /** As MySQL's client takes it: {@code -pS3cret}. */
    private boolean isPasswordItself() {
        String rest = name.startsWith("-p") ? name.substring(2) : "";
        return Vocabulary.looksChosen(rest, MIN_CHOSEN) && rest.chars().anyMatch(Character::isUpperCase);
    }

    private int argument() {
        int from = to;
        while (text.isBlank(from) || ",\"'".indexOf(text.at(from)) >= 0) {
            from++;
        }
        return from;
    }
}
