// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arguments and environment as a process was given them. In a locale such as C, which containers and cron have, Java loses
 * every letter that is not ASCII; Linux still has the bytes, which are taken for UTF-8.
 */
public final class OriginalText {

    /** What Java puts in place of a byte that it cannot read. */
    static final String LOST = "\ufffd";

    private final Path process;

    /**
     * @param process folder of the process in {@code /proc}
     */
    OriginalText(Path process) {
        this.process = process;
    }

    public static OriginalText ofThisProcess() {
        return new OriginalText(Path.of("/proc/self"));
    }

    /**
     * The arguments with the letters that Java lost.
     *
     * @throws CommandFailure if an argument cannot be had
     */
    public String[] arguments(String... seen) {
        String[] arguments = seen.clone();
        if (String.join("", seen).contains(LOST)) {
            List<byte[]> given = given("cmdline");
            int before = given.size() - seen.length;
            for (int i = 0; i < seen.length; i++) {
                arguments[i] = argument(seen[i], before < 0 ? null : given.get(before + i), i + 1);
            }
        }
        return arguments;
    }

    private static String argument(String seen, byte @Nullable [] given, int position) {
        String text = seen.contains(LOST) ? text(given) : seen;
        if (text == null) {
            throw new CommandFailure("this locale cannot take the letters of argument " + position
                    + "; set LC_ALL=C.UTF-8, and give letters in UTF-8, or send a body with -d @FILE");
        }
        return text;
    }

    /** The environment with the letters that Java lost, as far as they are UTF-8. */
    Map<String, String> environment(Map<String, String> seen) {
        Map<String, String> environment = new HashMap<>(seen);
        if (seen.values().stream().anyMatch(value -> value.contains(LOST))) {
            given("environ").forEach(entry -> {
                String[] variable = String.valueOf(text(entry)).split("=", 2);
                environment.computeIfPresent(variable[0], (name, value) -> value.contains(LOST) ? variable[1] : value);
            });
        }
        return environment;
    }

    private List<byte[]> given(String file) {
        List<byte[]> texts = new ArrayList<>();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte b : content(file)) {
            if (b == 0) {
                texts.add(text.toByteArray());
                text.reset();
            } else {
                text.write(b);
            }
        }
        return texts;
    }

    private byte[] content(String file) {
        try {
            return Files.readAllBytes(process.resolve(file));
        } catch (IOException otherSystem) {
            return new byte[0];
        }
    }

    private static @Nullable String text(byte @Nullable [] given) {
        try {
            return given == null
                    ? null
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(given))
                            .toString();
        } catch (CharacterCodingException noText) {
            return null;
        }
    }
}
