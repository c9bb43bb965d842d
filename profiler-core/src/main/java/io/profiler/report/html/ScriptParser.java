// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a script imports, exports and declares. It goes by lines: a statement at the top of a script begins at the
 * left margin. Of the ways to import and export it knows those that our scripts use, and refuses the others. Comments
 * that have lines of their own are for readers of the source and left out.
 */
final class ScriptParser {

    private static final Pattern IMPORT =
            Pattern.compile("import \\{\\s*([\\w$]+(?:,\\s*[\\w$]+)*),?\\s*} from '(\\.\\.?/[\\w./-]+\\.js)';");
    private static final Pattern EXPORT =
            Pattern.compile("export ((?:async function|function|class|const) [\\w$]+\\b.*)");
    private static final Pattern DECLARATION =
            Pattern.compile("(?:async function|function|class|const|let|var)\\b ?([\\w$]*).*");
    private static final Pattern ELSEWHERE = Pattern.compile("^\\s+(?:import|export)\\b|\\bimport\\s*[(.]");

    private final String path;
    private final String[] lines;
    private final List<ScriptModule.Import> imports = new ArrayList<>();
    private final Set<String> exports = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final StringBuilder body = new StringBuilder();

    private int number;
    private boolean inComment;

    private ScriptParser(String path, String[] lines) {
        this.path = path;
        this.lines = lines;
    }

    /**
     * @throws IllegalArgumentException naming file and line, if something is written in another way
     */
    static ScriptModule parse(String path, String text) {
        return new ScriptParser(path, text.split("\n")).parse();
    }

    private ScriptModule parse() {
        for (number = 1; number <= lines.length; number++) {
            read(line());
        }
        return new ScriptModule(
                path,
                List.copyOf(imports),
                Set.copyOf(exports),
                Set.copyOf(declared),
                body.toString().stripLeading());
    }

    private String line() {
        return lines[number - 1];
    }

    private void read(String line) {
        String code = line.stripLeading();
        if (inComment || opensComment(code)) {
            inComment = !ends(line);
        } else if (!isComment(code)) {
            readStatement(line);
        }
    }

    private static boolean opensComment(String code) {
        return code.startsWith("/**") && !code.contains("*/");
    }

    private static boolean isComment(String code) {
        return code.startsWith("//") || (code.startsWith("/**") && code.indexOf("*/") == code.length() - 2);
    }

    private boolean ends(String comment) {
        boolean ends = comment.contains("*/");
        if (ends && !comment.endsWith("*/")) {
            throw refusal(number, "after a comment of several lines nothing follows in its last line");
        }
        return ends;
    }

    private void readStatement(String line) {
        if (line.startsWith("import")) {
            readImport();
        } else if (line.startsWith("export")) {
            readExport(line);
        } else {
            readOther(line);
        }
    }

    private void readImport() {
        int first = number;
        StringBuilder statement = new StringBuilder(line());
        while (!line().endsWith(";") && number < lines.length) {
            number++;
            statement.append(line());
        }
        Matcher parts = IMPORT.matcher(statement);
        if (!parts.matches()) {
            throw refusal(first, "an import reads: import { name } from './file.js';");
        }
        imports.add(new ScriptModule.Import(List.of(parts.group(1).split(",\\s*")), parts.group(2), first));
    }

    private void readExport(String line) {
        Matcher parts = EXPORT.matcher(line);
        if (!parts.matches()) {
            throw refusal(number, "an export reads: export function, export class or export const, and one name");
        }
        exports.add(declare(parts.group(1)));
        keep(parts.group(1));
    }

    private void readOther(String line) {
        if ((line.contains("import") || line.contains("export"))
                && ELSEWHERE.matcher(line).find()) {
            throw refusal(number, "imports and exports begin at the left margin, and nothing is imported later");
        }
        if (!line.isEmpty() && Character.isLetter(line.charAt(0))) {
            declare(line);
        }
        keep(line);
    }

    /** The name that a line declares, empty if it declares none. */
    private String declare(String line) {
        Matcher declaration = DECLARATION.matcher(line);
        if (!declaration.matches()) {
            return "";
        }
        String name = declaration.group(1);
        if (name.isEmpty() || !declared.add(name)) {
            throw refusal(number, "at the top of a script every declaration has one name, and no other has the same");
        }
        return name;
    }

    private void keep(String line) {
        body.append(line).append('\n');
    }

    private IllegalArgumentException refusal(int line, String rule) {
        return new IllegalArgumentException(path + ":" + line + ": " + rule);
    }
}
