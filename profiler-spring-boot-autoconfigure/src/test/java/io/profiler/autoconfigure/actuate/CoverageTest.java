// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.SwitchableStoreApplication;
import io.profiler.trace.MessageStore;
import io.profiler.trace.Traced;
import io.profiler.trace.jvm.MethodCalls;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the endpoint tells of an application's beans. */
class CoverageTest {

    private static final String NAME = CoverageTest.class.getName();

    private static RunningApp app;
    private static String json;

    @BeforeAll
    static void start() {
        app = RunningApp.start(
                Shop.class,
                "profiler.trace-wsgi-transport=true",
                "profiler.trace-message-store=true",
                "management.endpoints.web.exposure.include=profiler");
        json = app.get("/actuator/profiler/coverage", Map.of("Accept", "application/json"))
                .body();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void namesEachLayerWithItsSwitch() {
        assertThat(read("$.layers[*].layer"))
                .containsExactly(
                        "requests and controllers",
                        "message stores",
                        "management stores",
                        "beans with @Traced",
                        "services",
                        "repositories",
                        "SQL",
                        "commands for MongoDB and Redis",
                        "HTTP clients that are beans",
                        "messages of RabbitMQ and Kafka",
                        "what Spring observes",
                        "other threads");
        assertThat(read("$.layers[?(@.property == 'profiler.trace-management-store')].on"))
                .containsExactly(false);
        assertThat(read("$.layers[?(@.property == 'profiler.trace-services')].on"))
                .containsExactly(true);
    }

    @Test
    void namesBeansAndMethods() {
        assertThat(read("$.layers[?(@.layer == 'requests and controllers')].beans[?(@.bean == 'desk')].methods[*]"))
                .containsExactly("show");
        assertThat(read("$.layers[?(@.layer == 'services')].beans[?(@.bean == 'pricing')].type"))
                .containsExactly(NAME + "$Pricing");
    }

    @Test
    void namesCallsThatPassNoProxy() {
        assertThat(read("$.layers[*].beans[?(@.bean == 'pricing')].insideCalls[*]"))
                .containsExactly("cheapest → price", "total → price");
        assertThat(read("$.layers[*].beans[?(@.bean == 'desk')].insideCalls[*]"))
                .isEmpty();
    }

    @Test
    void saysWhatCannotBeTracedAndWhatToDo() {
        assertThat(read(untraced("$Sealed") + ".reason")).containsExactly("the class is final");
        assertThat(read(untraced("$Sealed") + ".remedy"))
                .singleElement()
                .asString()
                .startsWith("take 'final' away");
    }

    @Test
    void offersWhatTheJvmDoesWithoutAProxy() {
        String offer = "profiler.trace-methods=" + NAME + "$Sealed::*";

        assertThat(String.valueOf(read(untraced("$Sealed") + ".remedy")).contains(offer))
                .isEqualTo(MethodCalls.areTold());
        assertThat(String.valueOf(read("$.untraced[?(@.what == 'early')].remedy"))
                        .contains("profiler.trace-methods=" + NAME))
                .isEqualTo(MethodCalls.areTold());
    }

    @Test
    void saysItOfWhatNobodyHasMarkedToo() {
        assertThat(read(untraced("$Bare") + ".reason")).containsExactly("the class is final");
    }

    @Test
    void namesNoMethodThatAProxyDoesNotSee() {
        assertThat(read("$.layers[*].beans[?(@.bean == 'till')].methods[*]")).containsExactly("sum");
    }

    @Test
    void saysWhatWasMadeTooEarly() {
        assertThat(read("$.untraced[?(@.what == 'early')].reason"))
                .containsExactly("the bean was made before the profiler could look at it");
    }

    @Test
    void holdsNoValueOfAnything() {
        assertThat(json).doesNotContain(RunningApp.KEY + "\"").doesNotContain("hmac");
    }

    @Test
    void isAPageForABrowser() {
        HttpResponse<String> page = app.get("/actuator/profiler/coverage", Map.of("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(page.body()).contains("<title>What is traced · application</title>", "\"bean\":\"pricing\"");
    }

    @Test
    void aTraceOfThatNameIsStillThere() {
        assertThat(app.get("/actuator/profiler?traceId=coverage").statusCode()).isEqualTo(404);
        assertThat(app.get("/actuator/profiler?traceId=coverage").body()).contains("trace coverage not found");
    }

    private static List<Object> read(String path) {
        return JsonPath.read(json, path);
    }

    private static String untraced(String type) {
        return "$.untraced[?(@.what == '" + NAME + type + "')]";
    }

    @Configuration(proxyBeanMethods = false)
    static class Shop extends SwitchableStoreApplication {

        @Bean
        Desk desk() {
            return new Desk();
        }

        @Bean
        Pricing pricing() {
            return new Pricing();
        }

        @Bean
        Sealed sealed() {
            return new Sealed();
        }

        @Bean
        Bare bare() {
            return new Bare();
        }

        @Bean
        Till till() {
            return new Till();
        }

        @Bean
        static Early early() {
            return new Early();
        }

        @Bean
        static BeanPostProcessor impatient(Early early) {
            return new BeanPostProcessor() {};
        }
    }

    @RestController
    static class Desk {

        @GetMapping("/desk")
        String show() {
            return "open";
        }
    }

    @Service
    static class Pricing {

        public int price(String article) {
            return article.length();
        }

        public int total(List<String> articles) {
            return articles.stream().mapToInt(this::price).sum();
        }

        public int cheapest(List<String> articles) {
            return articles.stream().mapToInt(article -> price(article)).min().orElse(price("bag"));
        }
    }

    @Service
    static final class Bare {

        public void list() {}
    }

    static class Till {

        @Traced("sum")
        public int sum() {
            return coins();
        }

        @Traced("coins")
        private int coins() {
            return 1;
        }
    }

    @MessageStore
    static final class Sealed {

        public void list() {}
    }

    @MessageStore
    static class Early {

        public void list() {}
    }
}
