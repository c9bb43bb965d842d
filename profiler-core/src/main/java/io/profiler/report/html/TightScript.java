// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A script without the blanks and comments that nothing depends on, which are a tenth of a page: those in texts, templates
 * and regular expressions stay, as do ends of lines of which it is not sure that nothing depends on them.
 */
final class TightScript {

    private static final String SIGNS = "=+-*/<>!?:;,(){}[]|&%'\"`";
    private static final String BEFORE_EXPRESSIONS = "=(,:?[!&|{};+>\n";
    private static final String OPEN_LINES = ";{,([\n";
    private static final String ENDS = "}])";
    /** No statement begins so. */
    private static final String GO_ON = ".?:&|";
    /** No statement goes on so. */
    private static final List<String> BEGIN =
            List.of("function ", "class ", "const ", "let ", "if ", "for ", "return ");

    private final String script;
    private final StringBuilder tight = new StringBuilder();
    /** For each template that we are in: how many braces are open in its expression. */
    private final Deque<Integer> templates = new ArrayDeque<>();

    private final Declarations declarations = new Declarations();

    private int at;

    private TightScript(String script) {
        this.script = script;
    }

    /** @param script one that ends its statements with semicolons */
    static String of(String script) {
        return new TightScript(script).tighten();
    }

    private String tighten() {
        while (at < script.length()) {
            copyNext(script.charAt(at));
        }
        return tight.toString();
    }

    private void copyNext(char next) {
        if (next == '\'' || next == '"') {
            copyUpTo(endOfText(next));
        } else if (next == '`' || endsExpressionOfTemplate(next)) {
            copyTemplate(next);
        } else if (next == '/' && script.startsWith("//", at)) {
            at = script.indexOf('\n', at);
        } else if (next == '/' && beginsRegularExpression()) {
            copyUpTo(endOfRegularExpression());
        } else if (next == ' ' || next == '\n') {
            copyBlanks();
        } else {
            countBraces(next);
            declarations.pass(next);
            dropBefore(next);
            copyUpTo(at + 1);
        }
    }

    private void copyUpTo(int end) {
        tight.append(script, at, end);
        at = end;
    }

    private int endOfText(char quote) {
        int end = at + 1;
        while (script.charAt(end) != quote) {
            end += script.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private boolean endsExpressionOfTemplate(char next) {
        return next == '}' && !templates.isEmpty() && templates.element() == 0;
    }

    /** Up to its end, or to the next expression in it. */
    private void copyTemplate(char next) {
        if (next == '}') {
            templates.pop();
        }
        int end = at + 1;
        while (script.charAt(end) != '`' && !script.startsWith("${", end)) {
            end += script.charAt(end) == '\\' ? 2 : 1;
        }
        if (script.charAt(end) == '$') {
            templates.push(0);
            end++;
        }
        copyUpTo(end + 1);
    }

    private void countBraces(char next) {
        if (!templates.isEmpty() && (next == '{' || next == '}')) {
            templates.push(templates.pop() + (next == '{' ? 1 : -1));
        }
    }

    /** The last statement of a block, and the last item of a list, end with it. */
    private void dropBefore(char next) {
        if ((next == '}' && last() == ';') || (ENDS.indexOf(next) >= 0 && last() == ',')) {
            tight.setLength(tight.length() - 1);
        }
    }

    /** A slash after what cannot be divided. */
    private boolean beginsRegularExpression() {
        return BEFORE_EXPRESSIONS.indexOf(last()) >= 0 || endsWith("return");
    }

    private int endOfRegularExpression() {
        boolean inClass = false;
        int end = at + 1;
        while (script.charAt(end) != '/' || inClass) {
            char sign = script.charAt(end);
            inClass = sign == '[' || (inClass && sign != ']');
            end += sign == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private void copyBlanks() {
        boolean joined = shortenKeyword();
        boolean endsLine = false;
        while (at < script.length() && (script.charAt(at) == ' ' || script.charAt(at) == '\n')) {
            endsLine |= script.charAt(at++) == '\n';
        }
        if (!joined && at < script.length() && (endsLine ? isLine(script.charAt(at)) : isNeeded(script.charAt(at)))) {
            tight.append(endsLine ? '\n' : ' ');
        }
    }

    /**
     * What is said of a name that is given its value once only matters to whoever writes the script, and one declaration can
     * hold what several do.
     *
     * @return whether the name joins those of the declaration before
     */
    private boolean shortenKeyword() {
        int start = tight.length() - "const".length();
        if (!endsWith("const") || (start > 0 && Character.isJavaIdentifierPart(tight.charAt(start - 1)))) {
            return false;
        }
        boolean joins = declarations.begin() && start > 0 && tight.charAt(start - 1) == ';';
        tight.replace(joins ? start - 1 : start, tight.length(), joins ? "," : "let");
        return joins;
    }

    private boolean isLine(char next) {
        boolean goesOn = GO_ON.indexOf(next) >= 0 && !Character.isDigit(last());
        boolean begins = last() == '}' && BEGIN.stream().anyMatch(word -> script.startsWith(word, at));
        return OPEN_LINES.indexOf(last()) < 0 && ENDS.indexOf(next) < 0 && !goesOn && !begins;
    }

    /** Between words, and where two signs would become another. */
    private boolean isNeeded(char next) {
        boolean betweenWords = SIGNS.indexOf(last()) < 0 && SIGNS.indexOf(next) < 0;
        return betweenWords || (last() == next && "+-/".indexOf(next) >= 0);
    }

    private boolean endsWith(String word) {
        return tight.length() >= word.length()
                && tight.substring(tight.length() - word.length()).equals(word);
    }

    private char last() {
        return tight.isEmpty() ? '\n' : tight.charAt(tight.length() - 1);
    }
}
