// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.Environment;
import io.profiler.cli.console.StandardOutput;
import io.profiler.internal.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints a body as it comes, and a newline after it: on a terminal as text that cannot control it, else byte for byte. */
final class PrintedBody implements ResponseBody.Reader {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");
    private static final int PIECE = 16 * 1024;

    private final Charset charset;
    private final Environment environment;
    private final StandardOutput out;
    private boolean begun;

    /**
     * @param headers the response's
     */
    PrintedBody(HttpHeaders headers, Environment environment, StandardOutput out) {
        this.charset = charset(headers.firstValue("Content-Type").orElse(""));
        this.environment = environment;
        this.out = out;
    }

    @Override
    public void read(InputStream content) throws IOException {
        try {
            if (environment.terminal()) {
                printText(content);
            } else {
                printBytes(content);
            }
        } finally {
            out.print(begun ? "\n" : "");
            out.flush();
        }
    }

    private void printBytes(InputStream content) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
            begun |= length > 0;
            out.bytes(piece, length);
        }
    }

    private void printText(InputStream content) throws IOException {
        InputStreamReader text = new InputStreamReader(content, charset);
        VisibleText visible = new VisibleText(environment.charset());
        char[] piece = new char[PIECE];
        int kept = 0;
        for (int length = text.read(piece); length >= 0; length = text.read(piece, kept, PIECE - kept)) {
            int there = kept + length;
            kept = isHalf(piece[there - 1]) ? 1 : 0;
            print(visible, piece, there - kept);
            piece[0] = piece[there - 1];
        }
        print(visible, piece, kept);
    }

    /** What is told only with the character after it. */
    private static boolean isHalf(char last) {
        return last == '\r' || Character.isHighSurrogate(last);
    }

    private void print(VisibleText visible, char[] text, int length) {
        begun |= length > 0;
        out.print(visible.linesOf(new String(text, 0, length)));
        out.flush();
    }

    private static Charset charset(String type) {
        Matcher charset = CHARSET.matcher(type);
        try {
            return charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
