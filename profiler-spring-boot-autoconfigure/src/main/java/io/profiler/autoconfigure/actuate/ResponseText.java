// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes a response's text as its bytes, which take up less than characters. */
@FunctionalInterface
interface ResponseText {

    void writeTo(Appendable out) throws IOException;

    static byte[] bytes(ResponseText text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            text.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
