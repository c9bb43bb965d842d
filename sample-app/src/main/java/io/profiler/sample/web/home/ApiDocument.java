// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The documents that describe the API to its clients. */
enum ApiDocument {
    HOME("api/home.json"),
    VERSIONS("api/versions.json");

    private final byte[] content;

    ApiDocument(String path) {
        try {
            content = new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] content() {
        return content.clone();
    }
}
