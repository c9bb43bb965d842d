// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.error;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that is answered with an error. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String title;
    private final @Nullable String description;

    public ApiException(HttpStatus status, String title, @Nullable String description) {
        super(description == null ? title : title + ": " + description);
        this.status = status;
        this.title = title;
        this.description = description;
    }

    public static ApiException badRequest(String description) {
        return new ApiException(HttpStatus.BAD_REQUEST, "Invalid API request", description);
    }

    public static ApiException badBody(String description) {
        return new ApiException(HttpStatus.BAD_REQUEST, "Invalid request body", description);
    }

    public static ApiException notFound(String description) {
        return new ApiException(HttpStatus.NOT_FOUND, "Not found", description);
    }

    HttpStatus status() {
        return status;
    }

    ApiError body() {
        return new ApiError(title, description);
    }
}
