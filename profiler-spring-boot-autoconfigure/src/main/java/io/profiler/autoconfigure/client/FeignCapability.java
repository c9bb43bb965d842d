// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import feign.Capability;
import feign.Client;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

/**
 * Traces and signs what declared clients of Feign send. Innermost, so that a capability that observes is around it. Public,
 * because Feign calls it by reflection.
 *
 * @since 0.1
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class FeignCapability implements Capability {

    private final SingletonSupplier<SentCalls> calls;

    FeignCapability(Supplier<SentCalls> calls) {
        this.calls = SingletonSupplier.of(calls);
    }

    @Override
    public Client enrich(Client client) {
        return new TracedFeignClient(client, calls.obtain());
    }
}
