// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VisibleErrorsTest {

    private static final String HOSTILE = "\u001b[2J\u009b\u202e\r\nWARN forged \u017e";
    private static final String VISIBLE = "\\x1b[2J\\x9b\\u202e\\r\\nWARN forged \u017e";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream errors = new VisibleErrors(bytes, StandardCharsets.UTF_8);

    @Test
    void aMessageIsOneLine() {
        errors.println(HOSTILE);

        assertThat(written()).isEqualTo(VISIBLE + System.lineSeparator());
    }

    @Test
    void aStackTraceKeepsItsLinesAndNoMore() {
        Exception failure = new Exception(HOSTILE);
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("Type", "method", "Type.java", 1)});

        failure.printStackTrace(errors);

        assertThat(written().lines())
                .containsExactly("java.lang.Exception: " + VISIBLE, "    at Type.method(Type.java:1)");
    }

    @Test
    void nothingElseControlsTheTerminal() {
        errors.print("\u001b]0;owned\u0007");
        errors.printf("%s", "\u009b2J");
        errors.write("\u202e".getBytes(StandardCharsets.UTF_8), 0, 3);
        errors.write(27);
        errors.append("\u0007").flush();

        assertThat(written()).isEqualTo("\\x1b]0;owned\\x07\\x9b2J\\u202e\\x1b\\x07");
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
