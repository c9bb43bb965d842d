// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.error;

import jakarta.servlet.RequestDispatcher;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what fails outside of the controllers in the way that they answer. */
@RestController
class ApiErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ApiError> error(
            @RequestAttribute(name = RequestDispatcher.ERROR_STATUS_CODE, required = false) @Nullable
                    Integer statusCode) {
        HttpStatus status = statusCode == null ? HttpStatus.NOT_FOUND : HttpStatus.valueOf(statusCode);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ApiError("%s %s".formatted(status.value(), status.getReasonPhrase()), null));
    }
}
