// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Fields of builders and clients that no getter tells. */
final class ClientRuntimeHints implements RuntimeHintsRegistrar {

    private static final List<String> WITH_FIELDS = List.of(
            WebClientBuilderPostProcessor.OF_SPRING,
            FeignCapability.BALANCERS + "FeignBlockingLoadBalancerClient",
            FeignCapability.BALANCERS + "RetryableFeignBlockingLoadBalancerClient");

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        WITH_FIELDS.forEach(name ->
                hints.reflection().registerTypeIfPresent(classLoader, name, MemberCategory.ACCESS_DECLARED_FIELDS));
    }
}
