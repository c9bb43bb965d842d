// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.Environment;
import io.profiler.cli.console.StandardOutput;
import io.profiler.internal.VisibleText;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service answered: on a terminal as text that cannot control it, else byte for byte. */
final class ResponseBody {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");

    private final HttpResponse<byte[]> response;

    ResponseBody(HttpResponse<byte[]> response) {
        this.response = response;
    }

    /** Prints the body, and a newline after it; nothing if it is empty. */
    void print(StandardOutput out, Environment environment) {
        if (response.body().length == 0) {
            return;
        }
        if (environment.terminal()) {
            String text = new String(response.body(), charset());
            out.print(new VisibleText(environment.charset()).linesOf(text));
        } else {
            out.bytes(response.body());
        }
        out.println();
    }

    private Charset charset() {
        String type = response.headers().firstValue("Content-Type").orElse("");
        Matcher charset = CHARSET.matcher(type);
        try {
            return charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
