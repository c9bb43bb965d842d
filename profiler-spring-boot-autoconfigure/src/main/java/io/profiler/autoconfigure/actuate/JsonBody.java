// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.report.Report;
import io.profiler.report.html.PageData;
import io.profiler.report.json.JsonReportRenderer;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import tools.jackson.core.JsonGenerator;
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

    static WebEndpointResponse<byte[]> of(PageData data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            data.write(json);
        }
        return new WebEndpointResponse<>(bytes.toByteArray(), ResponseFormat.JSON);
    }

    static WebEndpointResponse<byte[]> of(Report report) {
        byte[] json = ResponseText.bytes(out -> new JsonReportRenderer().render(report, out));
        return new WebEndpointResponse<>(json, ResponseFormat.JSON);
    }
}
