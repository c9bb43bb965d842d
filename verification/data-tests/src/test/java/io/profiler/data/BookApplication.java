// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import io.r2dbc.spi.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.r2dbc.connection.init.ConnectionFactoryInitializer;
import org.springframework.r2dbc.connection.init.ResourceDatabasePopulator;

/** Books in a database, behind WebFlux. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({BookController.class, Lookups.class, Collecting.class})
class BookApplication {

    @Bean
    ConnectionFactoryInitializer initializer(ConnectionFactory connectionFactory) {
        ConnectionFactoryInitializer initializer = new ConnectionFactoryInitializer();
        initializer.setConnectionFactory(connectionFactory);
        initializer.setDatabasePopulator(new ResourceDatabasePopulator(new ByteArrayResource(
                "create table book(id int primary key, title varchar, password varchar); insert into book values (0, 'Emma', '')"
                        .getBytes(StandardCharsets.UTF_8))));
        return initializer;
    }
}
