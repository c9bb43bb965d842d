// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters.apps.jpa;

import io.profiler.starters.apps.Inventory;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** JPA on H2. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class JpaApplication {

    /** Starts it and uses the repository. */
    public static Map<String, List<String>> run(String... properties) {
        return Inventory.of(
                JpaApplication.class,
                context -> String.valueOf(context.getBean(Books.class).count()),
                properties);
    }
}
