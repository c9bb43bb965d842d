// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Makes the endpoint's answers, of failures too. */
final class Answers {

    private final Pages pages;
    private final CurrentExchange exchange;
    private final boolean readOnly;

    /**
     * @param readOnly whether nobody may change anything
     */
    Answers(Pages pages, CurrentExchange exchange, boolean readOnly) {
        this.pages = pages;
        this.exchange = exchange;
        this.readOnly = readOnly;
    }

    WebEndpointResponse<byte[]> html(Supplier<WebEndpointResponse<byte[]>> answer) {
        return confidential(EndpointAnswer.of(answer, pages::failure));
    }

    WebEndpointResponse<byte[]> json(Supplier<WebEndpointResponse<byte[]>> answer) {
        return confidential(EndpointAnswer.of(answer, JsonBody::ofFailure));
    }

    /** The answer to what changes something, or is to: nothing is done that may not be. */
    WebEndpointResponse<byte[]> change(Supplier<WebEndpointResponse<byte[]>> change) {
        return json(() -> {
            if (readOnly) {
                throw new ReadOnlyException();
            }
            if (exchange.isOfAnotherSite()) {
                throw new ForeignRequestException();
            }
            return change.get();
        });
    }

    /** No browser keeps a copy of a trace, or takes it for something else. */
    private WebEndpointResponse<byte[]> confidential(WebEndpointResponse<byte[]> answer) {
        exchange.setHeader("Cache-Control", "no-store");
        exchange.setHeader("X-Content-Type-Options", "nosniff");
        return answer;
    }
}
