// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters.apps.jdbc;

import io.profiler.starters.apps.Inventory;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring Data JDBC as its guide has it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class JdbcApplication {

    /** Starts it and uses the repository. */
    public static Map<String, List<String>> run(String... properties) {
        return Inventory.of(JdbcApplication.class, context -> context.getBean("shelf", String.class), properties);
    }

    @Bean
    String shelf(Books books) {
        return books.count() + " books";
    }
}
