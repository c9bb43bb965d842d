// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters.apps.web;

import io.profiler.starters.apps.Inventory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Web and Actuator, and no database of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class WebApplication {

    /** Starts it and asks for its health. The JVM has one factory of handlers, and each class path a Tomcat. */
    public static Map<String, List<String>> run(String... properties) {
        TomcatURLStreamHandlerFactory.disable();
        return Inventory.of(WebApplication.class, context -> health((WebServerApplicationContext) context), properties);
    }

    /** With the headers that a property of the same name holds: the class path may have nothing that could sign. */
    private static void sign(HttpURLConnection connection, Environment environment) {
        for (String name : List.of("X-Trace-Info", "X-Trace-HMAC")) {
            connection.setRequestProperty(name, environment.getProperty(name, ""));
        }
    }

    private static String health(WebServerApplicationContext context) {
        String url = "http://127.0.0.1:" + context.getWebServer().getPort() + "/actuator/health";
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            sign(connection, context.getEnvironment());
            try (InputStream body = connection.getInputStream()) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
