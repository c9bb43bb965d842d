// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters.apps.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import io.profiler.starters.apps.Inventory;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** Reactive MongoDB and no blocking client. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ReactiveMongoApplication {

    /** Starts it. */
    public static Map<String, List<String>> run(String... properties) {
        return Inventory.of(
                ReactiveMongoApplication.class,
                context -> String.join(" ", context.getBeanNamesForType(MongoClient.class)),
                properties);
    }
}
