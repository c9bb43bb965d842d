// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.store.StoreUnavailableException;
import io.profiler.store.WriteOnlyStoreException;
import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Turns what a call to the store ends in into a response; a failure into a status and one line that says why. */
final class StoreAnswer {

    private static final int NOT_IMPLEMENTED = 501;

    /** Writes the response to a call that failed. */
    @FunctionalInterface
    interface Failure {
        WebEndpointResponse<byte[]> of(int status, String message);
    }

    private StoreAnswer() {}

    static WebEndpointResponse<byte[]> of(Supplier<WebEndpointResponse<byte[]>> call, Failure failure) {
        try {
            return call.get();
        } catch (InvalidParameterException
                | UnknownTraceException
                | StoreUnavailableException
                | WriteOnlyStoreException
                | IllegalArgumentException reason) {
            return failure.of(status(reason), String.valueOf(reason.getMessage()));
        }
    }

    private static int status(RuntimeException reason) {
        if (reason instanceof InvalidParameterException) {
            return WebEndpointResponse.STATUS_BAD_REQUEST;
        }
        if (reason instanceof UnknownTraceException) {
            return WebEndpointResponse.STATUS_NOT_FOUND;
        }
        if (reason instanceof StoreUnavailableException) {
            return WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE;
        }
        return reason instanceof WriteOnlyStoreException
                ? NOT_IMPLEMENTED
                : WebEndpointResponse.STATUS_INTERNAL_SERVER_ERROR;
    }
}
