// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import feign.Capability;
import feign.Client;
import io.profiler.autoconfigure.Guard;
import java.util.function.Supplier;
import org.springframework.beans.DirectFieldAccessor;
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

    /** What these send has its host only behind them. */
    static final String BALANCERS = "org.springframework.cloud.openfeign.loadbalancer.";

    private static final String BALANCED = "delegate";

    private final SingletonSupplier<SentCalls> calls;

    FeignCapability(Supplier<SentCalls> calls) {
        this.calls = SingletonSupplier.of(calls);
    }

    @Override
    public Client enrich(Client client) {
        if (client.getClass().getName().startsWith(BALANCERS)) {
            Guard.run(() -> traceBehind(client));
            return client;
        }
        return traced(client);
    }

    /** Nothing is signed of one that is built otherwise. */
    private void traceBehind(Client balancer) {
        DirectFieldAccessor fields = new DirectFieldAccessor(balancer);
        if (fields.isReadableProperty(BALANCED) && fields.getPropertyValue(BALANCED) instanceof Client behind) {
            fields.setPropertyValue(BALANCED, traced(behind));
        }
    }

    private Client traced(Client client) {
        return client instanceof TracedFeignClient ? client : new TracedFeignClient(client, calls.obtain());
    }
}
