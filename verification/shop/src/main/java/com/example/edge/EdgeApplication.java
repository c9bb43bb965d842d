// SPDX-License-Identifier: Apache-2.0
package com.example.edge;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.client.WebClient;

@SpringBootApplication(
        exclude = {
            DataJpaRepositoriesAutoConfiguration.class,
            DataSourceAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            ReactiveWebSecurityAutoConfiguration.class
        })
public class EdgeApplication {

    /** As gateways make one of their own, to have it find services by name. */
    @Bean
    WebClient.Builder shopClient() {
        return WebClient.builder();
    }
}
