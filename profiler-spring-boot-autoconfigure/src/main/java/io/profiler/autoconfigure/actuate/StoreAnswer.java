// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.internal.OccasionalLog;
import io.profiler.store.StoreUnavailableException;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Turns what a call to the store ends in into a response; a failure into a status and one line that says why. */
final class StoreAnswer {

    private static final int FORBIDDEN = 403;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int NOT_IMPLEMENTED = 501;

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(ProfilerEndpoint.class));

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
                | UnreadableStoreException
                | ForeignRequestException
                | ReadOnlyException
                | OversizedTraceException
                | BusyException
                | RelayException reason) {
            return failure.of(status(reason), String.valueOf(reason.getMessage()));
        } catch (RuntimeException | Error unexpected) {
            log.warn("The endpoint profiler could not answer", unexpected);
            return failure.of(
                    WebEndpointResponse.STATUS_INTERNAL_SERVER_ERROR,
                    "this cannot be shown: " + unexpected.getClass().getName() + "; the application's log says more");
        }
    }

    private static int status(RuntimeException reason) {
        if (reason instanceof InvalidParameterException) {
            return WebEndpointResponse.STATUS_BAD_REQUEST;
        }
        if (reason instanceof UnknownTraceException) {
            return WebEndpointResponse.STATUS_NOT_FOUND;
        }
        if (reason instanceof OversizedTraceException) {
            return TOO_LARGE;
        }
        if (reason instanceof StoreUnavailableException || reason instanceof BusyException) {
            return WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE;
        }
        if (reason instanceof ForeignRequestException) {
            return FORBIDDEN;
        }
        if (reason instanceof ReadOnlyException) {
            return METHOD_NOT_ALLOWED;
        }
        if (reason instanceof RelayException relay) {
            return relay.status();
        }
        return reason instanceof UnreadableStoreException
                ? NOT_IMPLEMENTED
                : WebEndpointResponse.STATUS_INTERNAL_SERVER_ERROR;
    }
}
