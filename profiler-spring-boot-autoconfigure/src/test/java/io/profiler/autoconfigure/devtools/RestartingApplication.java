// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.devtools;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.point.TracePoint;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.trace.MessageStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Run in a JVM of its own, with Spring Boot DevTools. Says its port at every start. */
@Configuration(proxyBeanMethods = false)
@Import({BaseApplication.Autoconfigured.class, RestartingApplication.TestController.class})
public class RestartingApplication {

    static final String PORT = "serves on ";

    public static void main(String[] arguments) {
        SpringApplication.run(RestartingApplication.class, arguments);
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        System.out.println(PORT + event.getWebServer().getPort());
    }

    @Bean
    TraceStore store() {
        return new InMemoryTraceStore(StoreOptions.defaults());
    }

    @Bean
    Messages messages() {
        return new Messages();
    }

    @MessageStore
    static class Messages {

        public String list() {
            return "messages";
        }
    }

    @RestController
    static class TestController {

        private final Messages messages;
        private final TraceStore store;

        TestController(Messages messages, TraceStore store) {
            this.messages = messages;
            this.store = store;
        }

        @GetMapping("/messages")
        String messages() {
            return messages.list();
        }

        @GetMapping("/stored")
        String stored(@RequestParam String trace) {
            return store.read(trace).stream().map(TracePoint::name).toList().toString();
        }

        @GetMapping("/loader")
        String loader() {
            return getClass().getClassLoader().getClass().getSimpleName();
        }

        /** By reflection, because DevTools is only in the forked JVM. */
        @GetMapping("/restart")
        void restart() throws ReflectiveOperationException {
            Class<?> restarter = Class.forName("org.springframework.boot.devtools.restart.Restarter");
            Object instance = restarter.getMethod("getInstance").invoke(null);
            restarter.getMethod("restart").invoke(instance);
        }
    }
}
