// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import io.profiler.test.CollectingSink;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What applications of tests import: auto-configuration, and a sink that keeps what is traced. */
@Configuration(proxyBeanMethods = false)
@Import(BaseApplication.Autoconfigured.class)
public class BaseApplication {

    @Bean
    CollectingSink collectingSink() {
        return new CollectingSink();
    }

    /** Auto-configuration alone. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration",
                "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
            })
    public static class Autoconfigured {}
}
