// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** As many ask for something as it can be done for. */
final class BusyException extends RefusedException {

    private static final long serialVersionUID = 1L;

    BusyException(String message) {
        super(WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE, message);
    }
}
