// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.store.memory.MemoryTraceStoreFactory;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The core names the module of a store that is not there: what it knows of them has to be what they say themselves. */
class StoreModuleTest {

    @Test
    void eachSchemeOfAStoreIsKnownToTheCore() {
        assertThat(ServiceLoader.load(TraceStoreFactory.class))
                .filteredOn(factory -> !(factory instanceof MemoryTraceStoreFactory)) // the core's own
                .hasSize(StoreModule.values().length)
                .allSatisfy(factory -> assertThat(factory.schemes()).allSatisfy(scheme -> {
                    String module = factory.getClass()
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath();
                    String artifact =
                            StoreModule.of(scheme).orElseThrow().library().artifact();

                    assertThat(module)
                            .containsAnyOf("stores/" + name(artifact) + "/", artifact.replaceFirst(".*:", ""));
                }));
    }

    private static String name(String artifact) {
        return artifact.replaceFirst(".*profiler-store-", "");
    }
}
