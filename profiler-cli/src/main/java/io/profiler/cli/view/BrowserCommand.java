// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.view;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that shows pages, with its arguments.
 *
 * @param words the program and what it is given; {@code %s} in one stands for the page, which else comes last
 */
record BrowserCommand(List<String> words) {

    private static final String PAGE = "%s";

    /**
     * The commands of the variable BROWSER: as for xdg-open, words of one are apart by blanks, and commands by what the
     * system has between folders of its path. What is the name of a file is not taken apart.
     */
    static List<BrowserCommand> list(String text) {
        return isFile(text)
                ? List.of(new BrowserCommand(List.of(text)))
                : Stream.of(text.split(Pattern.quote(File.pathSeparator)))
                        .filter(command -> !command.isBlank())
                        .map(command -> isFile(command)
                                ? List.of(command)
                                : List.of(command.strip().split("\\s+")))
                        .map(BrowserCommand::new)
                        .toList();
    }

    private static boolean isFile(String name) {
        return new File(name).isFile();
    }

    String program() {
        return words.get(0);
    }

    /** What to start for a page. */
    List<String> showing(String page) {
        List<String> command = new ArrayList<>();
        words.forEach(word -> command.add(word.replace(PAGE, page)));
        if (words.stream().noneMatch(word -> word.contains(PAGE))) {
            command.add(page);
        }
        return command;
    }
}
