// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.profiler.report.Report;
import io.profiler.report.json.JsonReportRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import tools.jackson.databind.json.JsonMapper;

/** Responses in JSON, whatever the application has made of its own mapper. */
final class JsonBody {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonBody() {}

    static WebEndpointResponse<byte[]> of(Map<String, Object> object) {
        return of(object, WebEndpointResponse.STATUS_OK);
    }

    static WebEndpointResponse<byte[]> ofFailure(int status, String message) {
        return of(Map.of("message", message), status);
    }

    private static WebEndpointResponse<byte[]> of(Map<String, Object> object, int status) {
        return new WebEndpointResponse<>(
                JSON.writeValueAsBytes(object), status, ResponseFormat.JSON.getProducedMimeType());
    }

    static WebEndpointResponse<byte[]> of(Report report) {
        StringBuilder json = new StringBuilder();
        try {
            new JsonReportRenderer().render(report, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new WebEndpointResponse<>(json.toString().getBytes(UTF_8), ResponseFormat.JSON);
    }
}
