// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** A parameter of the URL that cannot be read; the message is one line and names it. */
final class InvalidParameterException extends RefusedException {

    private static final long serialVersionUID = 1L;

    InvalidParameterException(String message) {
        super(WebEndpointResponse.STATUS_BAD_REQUEST, message);
    }
}
