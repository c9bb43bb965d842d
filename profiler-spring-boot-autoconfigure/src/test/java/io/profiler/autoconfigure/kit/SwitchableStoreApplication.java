// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application on a store of its own. */
@Configuration(proxyBeanMethods = false)
public class SwitchableStoreApplication extends StoringApplication {

    @Bean
    SwitchableStore store() {
        return new SwitchableStore();
    }
}
