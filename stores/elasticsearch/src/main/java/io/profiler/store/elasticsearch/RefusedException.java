// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import io.profiler.internal.VisibleText;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.backend.TracePointJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/** The server answered that it will not do what it was asked. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean isOfDocument;

    /**
     * @param connection to name, without credentials
     */
    RefusedException(ElasticsearchConnection connection, ResponseException refused) {
        this(connection, refused.getResponse().getStatusCode(), error(refused), refused);
    }

    private RefusedException(
            ElasticsearchConnection connection, int status, @Nullable Object error, ResponseException refused) {
        super(VisibleText.inMessage(connection + " refuses: " + reason(status, error)), refused);
        this.status = status;
        this.isOfDocument = Refusals.areOfDocument(status, Causes.type(error), reason(status, error));
    }

    int status() {
        return status;
    }

    /** Whether what was sent is refused for good, if it is one document. */
    boolean isOfDocument() {
        return isOfDocument;
    }

    /** Whether the server is why, which may be busy or about to start, and not the request. */
    boolean isPassing() {
        return status == 401 || status == 429 || status >= 500;
    }

    /** For a caller who can try again later. */
    StoreUnavailableException asUnavailable() {
        return new StoreUnavailableException(String.valueOf(getMessage()), this);
    }

    private static String reason(int status, @Nullable Object error) {
        return switch (status) {
            case 401 -> "user, password or API key is missing, wrong, or not known there";
            case 429 -> "it has too much to do";
            default -> Causes.reason(error, "HTTP status " + status);
        };
    }

    private static @Nullable Object error(ResponseException refused) {
        try {
            String body = EntityUtils.toString(refused.getResponse().getEntity(), StandardCharsets.UTF_8);
            Map<String, @Nullable Object> members = TracePointJson.readMembers(body);
            return members.get("error");
        } catch (IOException | ParseException | IllegalArgumentException foreign) {
            return null;
        }
    }
}
