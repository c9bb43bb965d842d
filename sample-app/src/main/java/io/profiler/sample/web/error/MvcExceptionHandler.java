// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.error;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers what Spring MVC refuses by itself: unknown routes, wrong methods, parameters of a wrong type. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MvcExceptionHandler extends ResponseEntityExceptionHandler {

    private static final String NOT_ACCEPTABLE = """

            Endpoint only serves `application/json`; specify client-side
            media type support with the "Accept" header.""";

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String[] supported = Objects.requireNonNullElse(e.getSupportedMethods(), new String[0]);
        HttpHeaders answered = HttpHeaders.copyOf(headers);
        answered.set(
                HttpHeaders.ALLOW,
                Stream.concat(Stream.of(supported).sorted(), Stream.of("OPTIONS"))
                        .collect(Collectors.joining(", ")));
        return handleExceptionInternal(e, null, answered, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, new ApiError(NOT_ACCEPTABLE, null), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldError error = Objects.requireNonNull(e.getFieldError());
        String kind = error.unwrap(TypeMismatchException.class).getRequiredType() == Boolean.class
                ? "The value of the parameter must be \"true\" or \"false\"."
                : "The value must be an integer.";
        String description = "The \"%s\" parameter is invalid. %s".formatted(error.getField(), kind);
        return handleExceptionInternal(e, new ApiError("Invalid parameter", description), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpHeaders answered = HttpHeaders.copyOf(headers);
        answered.setVary(List.of(HttpHeaders.ACCEPT));
        answered.setContentType(MediaType.APPLICATION_JSON);
        Object error = body instanceof ApiError ? body : titled(status);
        return super.handleExceptionInternal(e, error, answered, status, request);
    }

    private static ApiError titled(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String title = known == null
                ? "%s".formatted(status.value())
                : "%s %s".formatted(status.value(), known.getReasonPhrase());
        return new ApiError(title, null);
    }
}
