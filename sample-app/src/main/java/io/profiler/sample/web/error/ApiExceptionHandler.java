// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.error;

import io.profiler.sample.management.NoPoolException;
import io.profiler.sample.management.PoolInUseException;
import io.profiler.sample.management.PoolUriInUseException;
import io.profiler.sample.management.UnknownFlavorException;
import io.profiler.sample.message.SubscriptionExistsException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what the API and its stores throw into answers. */
@RestControllerAdvice
class ApiExceptionHandler {

    private static final Logger logger = LoggerFactory.getLogger(ApiExceptionHandler.class);

    @ExceptionHandler
    ResponseEntity<Object> answer(ApiException e) {
        return answer(e.status(), e.body());
    }

    @ExceptionHandler
    ResponseEntity<Object> answer(InvalidParameterException e) {
        return answer(HttpStatus.BAD_REQUEST, new ApiError("Invalid parameter", "The query could not be decoded."));
    }

    @ExceptionHandler
    ResponseEntity<Object> answer(UnknownFlavorException e) {
        return answer(ApiException.badRequest(String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Object> answer(PoolInUseException e) {
        return answer(HttpStatus.FORBIDDEN, new ApiError("Unable to delete", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Object> answer(PoolUriInUseException e) {
        return answer(HttpStatus.CONFLICT, new ApiError("Resource conflict", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Object> answer(SubscriptionExistsException e) {
        return answer(HttpStatus.CONFLICT, new ApiError("Resource conflict", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Object> answer(NoPoolException e) {
        logger.warn("A queue could not be created: {}", e.getMessage());
        return unavailable("Queue could not be created.");
    }

    @ExceptionHandler
    ResponseEntity<Object> answer(DataAccessException e) {
        logger.error("The database failed", e);
        return unavailable("The database could not be used.");
    }

    @ExceptionHandler
    ResponseEntity<Object> answer(Exception e) {
        logger.error("A request failed", e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, new ApiError("Internal server error", null));
    }

    private static ResponseEntity<Object> unavailable(String what) {
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                new ApiError("Service temporarily unavailable", what + " Please try again in a few seconds."));
    }

    private static ResponseEntity<Object> answer(HttpStatus status, ApiError body) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
