// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters.apps.r2dbc;

import io.profiler.starters.apps.Inventory;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** Spring Data R2DBC on H2. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class R2dbcApplication {

    /** Starts it and uses the repository. */
    public static Map<String, List<String>> run(String... properties) {
        return Inventory.of(
                R2dbcApplication.class,
                context -> String.valueOf(context.getBean(Books.class).count().block()),
                properties);
    }
}
