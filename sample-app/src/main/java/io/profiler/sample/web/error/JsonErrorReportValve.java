// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.error;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Answers requests that the server refuses before Spring sees them, such as those with a malformed path. */
public final class JsonErrorReportValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        boolean isOurs =
                response.getStatus() >= FIRST_ERROR && response.getContentWritten() == 0 && response.setErrorReported();
        if (isOurs) {
            write(response);
        }
    }

    private void write(Response response) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        String reason = status == null ? "" : " " + status.getReasonPhrase();
        response.setContentType("application/json");
        try (Writer writer = response.getReporter()) {
            if (writer != null) {
                writer.write("""
                        {"title":"%s%s","description":"The server could not understand the request."}""".formatted(response.getStatus(), reason));
            }
        } catch (IOException e) {
            container.getLogger().debug("The client is gone", e);
        }
    }
}
