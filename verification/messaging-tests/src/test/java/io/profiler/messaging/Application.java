// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import io.profiler.test.CollectingSink;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What both applications have. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@Import({Controller.class, Pricing.class, Orders.class})
class Application {

    @Bean
    CollectingSink collectingSink() {
        return new CollectingSink();
    }

    @Bean
    Heard heard() {
        return new Heard();
    }
}
