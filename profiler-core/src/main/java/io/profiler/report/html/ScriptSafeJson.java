// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.internal.text.AppendableWriter;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes JSON that can stand in a script element: ASCII only, without a character that markup is made of. */
final class ScriptSafeJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new MarkupEscapes())
            .build();

    private ScriptSafeJson() {}

    static void write(PageData data, Appendable out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new AppendableWriter(out))) {
            data.write(json);
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    private static final class MarkupEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] escapes = standardAsciiEscapesForJSON();

        MarkupEscapes() {
            for (char special : "<>&'".toCharArray()) {
                escapes[special] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            throw new IllegalStateException("only standard escapes are used");
        }
    }
}
