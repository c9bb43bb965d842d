// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** URIs as Java reads them. Clients send some that it does not, and nobody is told which: they may hold secrets. */
final class ReadUri {

    private ReadUri() {}

    /** Null if it cannot be read, or is none. */
    static @Nullable URI of(@Nullable String text) {
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }
}
