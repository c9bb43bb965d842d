// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import io.profiler.test.CollectingSink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Instead of a store. */
@Configuration(proxyBeanMethods = false)
class Collecting {

    @Bean
    CollectingSink collectingSink() {
        return new CollectingSink();
    }
}
