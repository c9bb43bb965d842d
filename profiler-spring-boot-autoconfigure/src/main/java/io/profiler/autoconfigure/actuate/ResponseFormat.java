// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;

/** What a response is written in; a browser, which names HTML, gets HTML, and whoever takes anything gets JSON. */
enum ResponseFormat implements Producible<ResponseFormat> {
    JSON(new MimeType("application", "json")),
    HTML(new MimeType("text", "html", StandardCharsets.UTF_8));

    private final MimeType type;

    ResponseFormat(MimeType type) {
        this.type = type;
    }

    @Override
    public MimeType getProducedMimeType() {
        return type;
    }

    @Override
    public boolean isDefault() {
        return this == JSON;
    }
}
