// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.trace.Traced;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.stereotype.Repository;

class TracedMethodsTest {

    private static final String FUNCTION = Pricing.class.getName() + ".";

    private final ApplicationContextRunner runner = ProfiledContext.runner(Pricing.class, Everything.class);
    private final ApplicationContextRunner capturing = runner.withPropertyValues("profiler.capture.arguments=true");

    @Test
    void argumentsAreLeftOutByDefault() {
        runner.run(context -> {
            Trace trace = profile(context, () -> context.getBean(Pricing.class).price("cart", "s3cr3t"));

            assertThat(trace.info("pricing-start"))
                    .contains(entry("function", Map.of("name", FUNCTION + "price")), entry("currency", "EUR"))
                    .containsEntry("vat", "a=b")
                    .containsEntry("flag", "");
            assertThat(trace.info("pricing-stop")).containsOnlyKeys("host");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void capturedArgumentsAreRedactedByParameterName(String targetClass) {
        capturing
                .withPropertyValues("spring.aop.proxy-target-class=" + targetClass)
                .run(context -> {
                    Trace trace =
                            profile(context, () -> context.getBean(Prices.class).price("cart", "s3cr3t"));

                    assertThat(trace.info("pricing-start"))
                            .containsEntry(
                                    "function",
                                    Map.of("name", FUNCTION + "price", "args", "(\"cart\", ***)", "kwargs", "{}"));
                });
    }

    @Test
    void namesToRedactAndTheLengthOfTextsAreSettings() {
        capturing
                .withPropertyValues("profiler.capture.redacted-names=cart", "profiler.limits.text-length=16")
                .run(context -> {
                    Trace trace = profile(
                            context, () -> context.getBean(Pricing.class).price("cart", "a text that is too long"));

                    assertThat(trace.info("pricing-start").get("function"))
                            .extracting("args")
                            .asString()
                            .startsWith("(***, \"")
                            .doesNotContain("too long");
                });
    }

    @Test
    void argumentsCanBeHiddenAndResultsShown() {
        capturing.run(context -> {
            Trace trace = profile(context, () -> context.getBean(Pricing.class).total("hidden"));

            assertThat(trace.info("total-start")).containsEntry("function", Map.of("name", FUNCTION + "total"));
            assertThat(trace.info("total-stop")).containsEntry("function", Map.of("result", "42"));
        });
    }

    /** As Spring Data's repositories and mappers are. */
    @Test
    void whatHasNoClassOfItsOwnIsRedactedByTheNamesOfItsInterface() {
        ProfiledContext.runner()
                .withPropertyValues("profiler.capture.arguments=true")
                .withBean("logins", Logins.class, TracedMethodsTest::logins)
                .run(context -> {
                    Trace trace =
                            profile(context, () -> context.getBean(Logins.class).find("jane", "s3cr3t"));

                    assertThat(trace.info("repository-start").get("function"))
                            .extracting("args")
                            .isEqualTo("(\"jane\", ***)");
                });
    }

    private static Logins logins() {
        return (Logins) Proxy.newProxyInstance(
                Logins.class.getClassLoader(), new Class<?>[] {Logins.class}, (proxy, method, arguments) -> null);
    }

    @Repository
    interface Logins {
        @Nullable
        String find(String name, String password);
    }

    @Test
    void anExceptionIsRecordedAndThrownOn() {
        runner.run(context -> {
            Trace trace = profile(
                    context,
                    () -> assertThatThrownBy(
                                    () -> context.getBean(Pricing.class).fail())
                            .isExactlyInstanceOf(IllegalStateException.class)
                            .hasMessage("no prices"));

            assertThat(trace.info("failing-stop"))
                    .containsEntry("etype", "java.lang.IllegalStateException")
                    .containsEntry("message", "no prices");
        });
    }

    @Test
    void anExceptionThatIsNotDeclaredIsRecordedAsItself() {
        runner.run(context -> {
            Trace trace = profile(
                    context,
                    () -> assertThatThrownBy(
                                    () -> context.getBean(Pricing.class).failSecretly())
                            .hasRootCauseMessage("undeclared"));

            assertThat(trace.info("secret-stop"))
                    .containsEntry("etype", "java.io.IOException")
                    .containsEntry("message", "undeclared");
        });
    }

    @Test
    void onAClassItCoversPublicMethodsAndAMethodsOwnComesFirst() {
        runner.run(context -> {
            Trace trace = profile(context, () -> {
                context.getBean(Everything.class).one();
                context.getBean(Everything.class).two();
            });

            assertThat(trace.tree()).isEqualTo("everything special");
        });
    }

    interface Prices {
        String price(String cart, String apiToken);
    }

    static class Pricing implements Prices {

        @Override
        @Traced(
                value = "pricing",
                info = {"currency=EUR", "vat = a=b", "flag"})
        public String price(String cart, String apiToken) {
            return cart;
        }

        @Traced(value = "total", hideArguments = true, showResult = true)
        public int total(String cart) {
            return 42;
        }

        @Traced("secret")
        public void failSecretly() {
            throw TracedMethodsTest.<RuntimeException>secretly(new IOException("undeclared"));
        }

        @Traced("failing")
        public void fail() {
            throw new IllegalStateException("no prices");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException secretly(Throwable error) throws T {
        throw (T) error;
    }

    @Traced("everything")
    static class Everything {

        public void one() {}

        @Traced("special")
        public void two() {}
    }
}
