// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.trace.MessageStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class StartupFailureTest {

    private static final String STORE = "profiler.connection-string=mongodb://127.0.0.1:1";

    @ParameterizedTest
    @ValueSource(strings = {"profiler.hmac-keys=", "profiler.hmac-keys= , ,", "profiler.hmac_keys="})
    void withoutKeys(String noKeys, CapturedOutput output) {
        assertFails(
                output,
                "'profiler.hmac-keys' is not set, so that nobody could ask for a profile.",
                "Set 'profiler.hmac-keys' to one or more secret keys, separated by commas, or set 'profiler.enabled' to"
                        + " false.",
                STORE,
                noKeys);
    }

    @Test
    void aKeyUnderAMisspeltName(CapturedOutput output) {
        assertFails(
                output,
                "'profiler.hmac-keys' is not set, so that nobody could ask for a profile.",
                "is not a property of the profiler. Did you mean 'profiler.hmac-keys'?",
                STORE,
                "profiler.hmac-keys=",
                "profiler.hmac-key=0123456789abcdef");
        assertThat(output).doesNotContain("0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.*", "::of", "*", "com.acme.Price::", "com.acme.Price::of()", "@A::of", "a b"})
    void whatNamesNoMethods(String malformed, CapturedOutput output) {
        assertFails(
                output,
                "'profiler.trace-methods': '" + malformed + "' names no methods.",
                "Set 'profiler.trace-methods' to methods of classes by their whole names, separated by commas",
                STORE,
                "profiler.hmac-keys=0123456789abcdef",
                "profiler.trace-methods=com.acme.Price::of, " + malformed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.*", "com.acme.**", "com.acme.Price::of", "@com.acme.Priced", "a b"})
    void whatOwnsNoMethods(String malformed, CapturedOutput output) {
        assertFails(
                output,
                "'profiler.methods-by-token': '" + malformed + "' is the name of no package or class.",
                "Set 'profiler.methods-by-token' to whole names, separated by commas",
                STORE,
                "profiler.hmac-keys=0123456789abcdef",
                "profiler.methods-by-token=com.acme, " + malformed);
    }

    @Test
    void anUnknownScheme(CapturedOutput output) {
        assertFails(
                output,
                "'profiler.connection-string': 'carrier-pigeon://***@loft' has no scheme that is known here: ",
                "Set 'profiler.connection-string' to where traces are to be stored, for example"
                        + " mongodb://localhost:27017.",
                "profiler.connection-string=carrier-pigeon://user:s3cr3t@loft");
    }

    @Test
    void aMalformedUri(CapturedOutput output) {
        assertFails(
                output,
                "'profiler.connection-string': 'mongodb://***' is not a MongoDB connection string:",
                "Set 'profiler.connection-string' to where traces are to be stored, for example"
                        + " mongodb://localhost:27017.",
                "profiler.connection-string=mongodb://user:s3cr3t@host:notaport/?w=1");
    }

    @Test
    void aPasswordThatIsNotEncoded(CapturedOutput output) {
        assertFails(
                output,
                "'profiler.connection-string': 'mongodb://***@host' is not a MongoDB connection string:",
                "Set 'profiler.connection-string' to where traces are to be stored",
                "profiler.connection-string=mongodb://user:s3cr3t/@:s3cr3t@host");
    }

    @Test
    void neitherAConnectionStringNorAClient(CapturedOutput output) {
        assertFails(
                output,
                "'profiler.connection-string' is empty, and there is no single MongoDB client or RabbitMQ connection factory of"
                        + " the application's own that a store on the classpath could use.",
                "Set 'profiler.connection-string', for example mongodb://localhost:27017, or add the dependency"
                        + " org.springframework.boot:spring-boot-starter-data-mongodb beside"
                        + " io.profiler:profiler-spring-boot-starter and set 'spring.mongodb.uri', or"
                        + " org.springframework.boot:spring-boot-starter-amqp beside"
                        + " io.profiler:profiler-spring-boot-starter-rabbitmq and set 'spring.rabbitmq.*'.");
    }

    @Test
    void aBrokenPointcut(CapturedOutput output) {
        assertFails(
                output,
                "'profiler.message-store.pointcut' is not a pointcut expression:",
                "Set 'profiler.message-store.pointcut' to an AspectJ expression, for example execution(public *"
                        + " com.example.store..*Store.*(..)).",
                STORE,
                "profiler.trace-message-store=true",
                "profiler.message-store.pointcut=execution(everything");
    }

    @Test
    void aPointcutWithAnUnknownType(CapturedOutput output) {
        assertFails(
                output,
                "'profiler.management-store.pointcut' is not a pointcut expression:",
                "Set 'profiler.management-store.pointcut' to an AspectJ expression",
                STORE,
                "profiler.trace-management-store=true",
                "profiler.management-store.pointcut=within(com.example.Missing) && @annotation(com.example.Gone)");
    }

    @ParameterizedTest
    @CsvSource({
        "profiler.export.queue-capacity, 0, a number of at least 17",
        "profiler.export.queue-capacity, -5, a number of at least 17",
        "profiler.export.batch-size, 0, a number of at least 1",
        "profiler.export.flush-interval, 0s, 'a duration of at least 1ms, for example 5s'",
        "profiler.export.shutdown-timeout, -1s, 'a duration of at least 1ms, for example 5s'",
        "profiler.export.connect-timeout, 0, 'a duration of at least 1ms, for example 5s'",
        "profiler.retention, -1d, 'a duration of at least 1ms, for example 5s'",
        "profiler.limits.text-length, 0, a number of at least 16",
        "profiler.limits.info-length, 15, a number of at least 16",
        "profiler.limits.trace-length, 0, a number of at least 16",
        "profiler.limits.spans-per-trace, 0, a number of at least 1",
        "profiler.limits.open-traces, -1, a number of at least 1",
        "profiler.limits.requests-per-second, 0, a number of at least 1",
        "profiler.limits.id-length, 35, a number of at least 36",
    })
    void aNumberThatIsTooSmall(String property, String value, String expected, CapturedOutput output) {
        assertFails(
                output,
                "'" + property + "' is ",
                "Set '" + property + "' to " + expected + ".",
                STORE,
                property + "=" + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profiler.export.queue-capacity",
                "profiler.limits.text-length",
                "profiler.retention",
                "profiler.trace-wsgi-transport"
            })
    void aValueOfAnotherType(String property, CapturedOutput output) {
        assertFails(output, "Failed to bind properties under '" + property + "'", "", STORE, property + "=soon");
    }

    private static void assertFails(CapturedOutput output, String description, String action, String... properties) {
        Throwable failure = catchThrowable(
                () -> RunningApp.startWithoutWeb(Application.class, properties).close());

        assertThat(failure).isNotNull();
        assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("s3cr3t", "\tat ");
        String report = output.toString().substring(output.toString().indexOf("Description:"));
        String[] parts = report.split("Action:");
        assertThat(parts[0].strip()).contains(description);
        assertThat(parts[0].replace("Description:", "").strip()).doesNotContain("\n\n\n");
        assertThat(parts[1]).contains(action);
    }

    @Configuration(proxyBeanMethods = false)
    @Import({BaseApplication.Autoconfigured.class, Messages.class})
    static class Application {}

    @MessageStore
    static class Messages {}
}
