// SPDX-License-Identifier: Apache-2.0
package com.example;

import com.example.edge.EdgeApplication;
import com.example.shop.ShopApplication;
import com.example.stock.StockApplication;
import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts one of the services: the first argument is its name. */
public final class Services {

    private Services() {}

    public static void main(String[] args) {
        start(args[0], Arrays.copyOfRange(args, 1, args.length));
    }

    /** Gives the service once it answers. */
    static ConfigurableApplicationContext start(String name, String... args) {
        WebApplicationType type = name.equals("edge") ? WebApplicationType.REACTIVE : WebApplicationType.SERVLET;
        return new SpringApplicationBuilder(application(name))
                .web(type)
                .properties("spring.application.name=" + name, "spring.datasource.url=jdbc:h2:mem:" + name)
                .run(args);
    }

    private static Class<?> application(String name) {
        return switch (name) {
            case "edge" -> EdgeApplication.class;
            case "shop" -> ShopApplication.class;
            case "stock" -> StockApplication.class;
            default -> throw new IllegalArgumentException("There is no service " + name);
        };
    }
}
