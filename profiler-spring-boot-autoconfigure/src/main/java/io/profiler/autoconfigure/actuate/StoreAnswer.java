// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.store.StoreUnavailableException;
import io.profiler.store.WriteOnlyStoreException;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Turns what a call to the store ends in into a response; a failure into a status and one line that says why. */
final class StoreAnswer {

    private static final int NOT_IMPLEMENTED = 501;

    private StoreAnswer() {}

    static WebEndpointResponse<byte[]> of(Supplier<WebEndpointResponse<byte[]>> call) {
        try {
            return call.get();
        } catch (InvalidParameterException invalid) {
            return failure(WebEndpointResponse.STATUS_BAD_REQUEST, invalid);
        } catch (UnknownTraceException unknown) {
            return failure(WebEndpointResponse.STATUS_NOT_FOUND, unknown);
        } catch (StoreUnavailableException away) {
            return failure(WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE, away);
        } catch (WriteOnlyStoreException writeOnly) {
            return failure(NOT_IMPLEMENTED, writeOnly);
        } catch (IllegalArgumentException unreadable) {
            return failure(WebEndpointResponse.STATUS_INTERNAL_SERVER_ERROR, unreadable);
        }
    }

    private static WebEndpointResponse<byte[]> failure(int status, RuntimeException reason) {
        return JsonBody.of(Map.of("message", String.valueOf(reason.getMessage())), status);
    }
}
