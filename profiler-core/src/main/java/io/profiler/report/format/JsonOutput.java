// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.internal.text.AppendableWriter;
import java.io.IOException;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** JSON for other tools, piece by piece; ASCII only. */
final class JsonOutput {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private JsonOutput() {}

    /** @throws IOException if {@code out} throws it */
    static void write(Appendable out, Consumer<JsonGenerator> content) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new AppendableWriter(out))) {
            content.accept(json);
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    /** The text with a replacement character for halves of characters, which some parsers refuse. */
    static String wellFormed(String text) {
        StringBuilder wellFormed = new StringBuilder(text.length());
        text.codePoints()
                .map(codePoint -> Character.getType(codePoint) == Character.SURROGATE ? 0xfffd : codePoint)
                .forEach(wellFormed::appendCodePoint);
        return wellFormed.toString();
    }
}
