// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script of the pages, as its author wrote it.
 *
 * @param path on the class path, where the scripts of both jars meet
 */
record PageScript(Path path, String text) {

    private static final List<Path> SOURCES =
            List.of(Path.of("src", "main", "resources"), Path.of("..", "profiler-core", "src", "main", "resources"));

    private static final Pattern IMPORT = Pattern.compile("(?m)^import \\{([^}]*)} from '([^']*)';$");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export (?:async )?\\w+ (\\w+)");
    private static final Pattern DECLARATION = Pattern.compile("\\b(?:function|class|const|let) (\\w+)");
    private static final Pattern METHOD = Pattern.compile("(?m)^ +(?:async |get )?\\w+(?=\\(.*\\) \\{$)");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*.*?\\*/|(?<=\\s)//[^\\n]*");

    /** What is called, made an object of or asked for a member, and constants. */
    private static final Pattern USE = Pattern.compile(
            "(?<![.\\w$'-])(?:(?:new|instanceof) (\\w+)|([a-zA-Z]\\w*)[(.]|([A-Z][A-Z_]+)\\b(?![':-]))");

    static List<PageScript> all() throws IOException {
        List<PageScript> scripts = new ArrayList<>();
        for (Path sources : SOURCES) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".js")).toList()) {
                    scripts.add(new PageScript(sources.relativize(file), Files.readString(file)));
                }
            }
        }
        return scripts;
    }

    /** The names that are imported, by the script that has them. */
    Map<Path, Set<String>> imports() {
        return IMPORT.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        found -> path.resolveSibling(found.group(2)).normalize(), PageScript::importedNames));
    }

    private static Set<String> importedNames(MatchResult found) {
        return Set.of(found.group(1).strip().split(",\\s*"));
    }

    Set<String> exports() {
        return names(EXPORT, text);
    }

    /** Imported names that stand nowhere else. */
    Set<String> needlessImports() {
        Set<String> needless = imported();
        needless.removeAll(names(Pattern.compile("\\b(\\w+)\\b"), code()));
        return needless;
    }

    /** Of names that other scripts export, those that this one uses without an import. */
    Set<String> missingImports(Set<String> exported) {
        Set<String> used = names(USE, METHOD.matcher(code()).replaceAll(""));
        used.retainAll(exported);
        used.removeAll(imported());
        used.removeAll(names(DECLARATION, code()));
        return used;
    }

    /** As a test that is run for it is named. */
    @Override
    public String toString() {
        return path.toString();
    }

    private Set<String> imported() {
        return imports().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private String code() {
        return COMMENT.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("");
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(PageScript::name).collect(Collectors.toSet());
    }

    /** The one group that was found. */
    private static String name(MatchResult found) {
        int group = 1;
        while (found.group(group) == null) {
            group++;
        }
        return found.group(group);
    }
}
