// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.PointKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of documents, by which one that is sent again is known; of at most 512 bytes, as Elasticsearch wants them. */
final class DocumentId {

    private static final int LONGEST_BYTES = 512;

    private DocumentId() {}

    static String of(TracePoint point) {
        return of(PointKey.of(point));
    }

    static String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length > 0 && bytes.length <= LONGEST_BYTES ? text : digest(bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
