// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ClasspathWithout;
import io.profiler.propagation.TraceContext;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.trace.MessageStore;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class MissingLibrariesTest {

    @Test
    void withoutMongosDriverTheDependencyToAddIsNamed(CapturedOutput output) throws Exception {
        run(
                new ClasspathWithout("mongodb-driver", "spring-data-mongodb", "spring-boot-mongodb"),
                "--profiler.connection-string=mongodb://user:s3cr3t@localhost");

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("'profiler.connection-string': 'mongodb://' needs the libraries"
                        + " org.springframework.data:spring-data-mongodb and org.mongodb:mongodb-driver-sync, which are"
                        + " not on the classpath.")
                .contains("Add the dependency org.springframework.data:spring-data-mongodb and"
                        + " org.mongodb:mongodb-driver-sync, or set 'profiler.connection-string' to another store.")
                .doesNotContain("\tat ", "s3cr3t");
    }

    @Test
    void withoutSpringAmqpTheDependencyToAddIsNamed(CapturedOutput output) throws Exception {
        run(
                new ClasspathWithout("amqp-client", "spring-rabbit", "spring-amqp", "spring-boot-amqp"),
                "--profiler.connection-string=messaging://");

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Add the dependency io.profiler:profiler-spring-boot-starter-rabbitmq, or set")
                .doesNotContain("\tat ");
    }

    @Test
    void aCollectorWithoutSpringAmqpNamesTheDependencyToAdd(CapturedOutput output) throws Exception {
        run(
                new ClasspathWithout("amqp-client", "spring-rabbit", "spring-amqp", "spring-boot-amqp"),
                "--profiler.connection-string=mongodb://localhost",
                "--profiler.collector.enabled=true",
                "--profiler.collector.connection-string=mongodb://localhost",
                "--profiler.collector.transport-url=rabbit://user:s3cr3t@localhost");

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("'profiler.collector.transport-url': 'rabbit://' needs the libraries"
                        + " org.springframework.amqp:spring-rabbit and com.rabbitmq:amqp-client, which are not on the"
                        + " classpath.")
                .contains("Add the dependency io.profiler:profiler-spring-boot-starter-rabbitmq, or set"
                        + " 'profiler.collector.enabled' to false.")
                .doesNotContain("\tat ", "s3cr3t");
    }

    @Test
    void withoutAspectjAPointcutNamesTheDependencyToAdd(CapturedOutput output) throws Exception {
        run(new ClasspathWithout("aspectj"), "--profiler.message-store.pointcut=execution(* *..*Store.*(..))");

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("'profiler.message-store.pointcut' is set, but AspectJ's pointcut parser is not on the"
                        + " classpath.")
                .contains("Add the dependency org.springframework.boot:spring-boot-starter-aspectj, or mark the beans"
                        + " by annotation and remove 'profiler.message-store.pointcut'.")
                .doesNotContain("\tat ");
    }

    @Test
    void nothingThatIsOptionalIsNeeded(CapturedOutput output) throws Exception {
        run(new ClasspathWithout(
                "aspectj",
                "mongodb-driver",
                "spring-data-mongodb",
                "spring-boot-mongodb",
                "spring-boot-data-mongodb",
                "spring-boot-actuator",
                "spring-boot-amqp",
                "spring-rabbit",
                "spring-amqp",
                "amqp-client",
                "kafka",
                "micrometer-core",
                "spring-boot-micrometer",
                "context-propagation",
                "datasource-proxy",
                "feign",
                "r2dbc",
                "lettuce",
                "spring-data-redis",
                "mongodb-driver-reactivestreams",
                "reactor",
                "reactive-streams",
                "jakarta.servlet",
                "tomcat-embed",
                "spring-web",
                "spring-boot-webmvc",
                "spring-boot-servlet"));

        assertThat(output).contains("stored: [message_store-start, message_store-manifest-stop, message_store-stop]");
    }

    private static void run(ClasspathWithout classpath, String... arguments) throws Exception {
        try (classpath) {
            classpath.main(Application.class, arguments);
        }
    }

    /** Loaded again by another class loader. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        public static void main(String[] arguments) {
            boolean ownStore = arguments.length == 0 || arguments[0].contains("pointcut");
            SpringApplicationBuilder builder = new SpringApplicationBuilder(
                            ownStore
                                    ? new Class<?>[] {Application.class, Own.class}
                                    : new Class<?>[] {Application.class})
                    .web(WebApplicationType.NONE)
                    .properties(
                            "profiler.enabled=true",
                            "profiler.hmac-keys=key",
                            "profiler.trace-message-store=true",
                            "spring.main.banner-mode=off",
                            "spring.main.register-shutdown-hook=false");
            try (ConfigurableApplicationContext context = builder.run(arguments)) {
                callAndPrint(context);
            } catch (RuntimeException reported) {
                // What is asserted is what the user reads.
            }
        }

        private static void callAndPrint(ConfigurableApplicationContext context) {
            try (ProfiledScope scope = context.getBean(Profiler.class).open(new TraceContext("base", "base", "key"))) {
                context.getBean(Messages.class).list();
            }
            context.stop();
            System.out.println("stored: "
                    + context.getBean(TraceStore.class).read("base").stream()
                            .map(point -> point.name())
                            .toList());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {

        @Bean
        TraceStore store() {
            return new InMemoryTraceStore(StoreOptions.defaults());
        }

        @Bean
        Messages messages() {
            return new Messages();
        }
    }

    @MessageStore
    static class Messages {

        public void list() {}
    }
}
