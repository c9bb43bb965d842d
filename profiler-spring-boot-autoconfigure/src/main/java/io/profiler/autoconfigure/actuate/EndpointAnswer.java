// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.internal.OccasionalLog;
import io.profiler.store.StoreUnavailableException;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Turns what a call of the endpoint ends in into a response; a failure into a status and one line that says why. */
final class EndpointAnswer {

    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(ProfilerEndpoint.class));

    /** Writes the response to a call that failed. */
    @FunctionalInterface
    interface Failure {
        WebEndpointResponse<byte[]> of(int status, String message);
    }

    private EndpointAnswer() {}

    static WebEndpointResponse<byte[]> of(Supplier<WebEndpointResponse<byte[]>> call, Failure failure) {
        try {
            return call.get();
        } catch (RefusedException refused) {
            return failure.of(refused.status(), String.valueOf(refused.getMessage()));
        } catch (StoreUnavailableException away) {
            return failure.of(WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE, String.valueOf(away.getMessage()));
        } catch (RuntimeException | Error unexpected) {
            log.warn("The endpoint profiler could not answer", unexpected);
            return failure.of(
                    WebEndpointResponse.STATUS_INTERNAL_SERVER_ERROR,
                    "this cannot be shown: " + unexpected.getClass().getName() + "; the application's log says more");
        }
    }
}
