// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.profiler.report.JsonReportRenderer;
import io.profiler.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.json.JsonMapper;

/** Responses in JSON, whatever the application has made of its own mapper. */
final class JsonBody {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonBody() {}

    static WebEndpointResponse<byte[]> of(Object value) {
        return of(value, WebEndpointResponse.STATUS_OK);
    }

    static WebEndpointResponse<byte[]> of(Object value, int status) {
        return new WebEndpointResponse<>(JSON.writeValueAsBytes(value), status, MimeTypeUtils.APPLICATION_JSON);
    }

    static WebEndpointResponse<byte[]> of(Report report) {
        StringBuilder json = new StringBuilder();
        try {
            new JsonReportRenderer().render(report, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new WebEndpointResponse<>(json.toString().getBytes(UTF_8), MimeTypeUtils.APPLICATION_JSON);
    }
}
