// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import io.profiler.sample.SampleProperties;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QueuePlacementConfiguration {

    @Bean
    QueuePlacement queuePlacement(SampleProperties properties, PoolsStore pools, FlavorsStore flavors) {
        return properties.pooling() ? new PoolPlacement(pools, flavors) : (project, metadata) -> Optional.empty();
    }
}
