// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** The store has no such trace. */
final class UnknownTraceException extends RefusedException {

    private static final long serialVersionUID = 1L;

    UnknownTraceException(String traceId) {
        super(WebEndpointResponse.STATUS_NOT_FOUND, "trace " + traceId + " not found");
    }
}
