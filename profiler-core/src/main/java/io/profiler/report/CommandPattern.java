// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.internal.Surrogates;
import java.util.regex.Pattern;

/**
 * A command of another system than a database of SQL without what differs from one to the next: numbers and ids are {@code ?}, as
 * in {@code GET user:?}. Words stay, because grammars differ, and a word may be what is asked for.
 */
final class CommandPattern {

    private static final int LONGEST = 10_000;
    private static final Pattern VALUE =
            Pattern.compile("(?<![\\w.])(?:\\p{XDigit}{8}-\\p{XDigit}{4}-[\\p{XDigit}-]{22}"
                    + "|(?=[a-fA-F]*[0-9])\\p{XDigit}{8,}|-?[0-9]+(?:[.][0-9]+)?)(?!\\w)");

    private CommandPattern() {}

    static String of(String command) {
        return VALUE.matcher(beginning(command)).replaceAll("?");
    }

    private static String beginning(String command) {
        return command.length() <= LONGEST ? command : Surrogates.beginning(command, LONGEST) + '…';
    }
}
