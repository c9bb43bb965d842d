// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.trace.MessageStore;
import io.profiler.trace.Traced;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the log says at start of what is traced. */
@ExtendWith(OutputCaptureExtension.class)
class LayerLogTest {

    private static final String POINTCUT = "profiler.message-store.pointcut=";

    /** As an application does, which may not have run before these tests. */
    @BeforeAll
    static void logWhatIsInformation() {
        LoggingSystem.get(LayerLogTest.class.getClassLoader()).setLogLevel("io.profiler", LogLevel.INFO);
    }

    @Test
    void countsTheBeansOfEachLayer(CapturedOutput output) {
        ProfiledContext.runner(Store.class, OtherStore.class, Task.class)
                .withPropertyValues("profiler.trace-wsgi-transport=true")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(lines(output, "Traced: "))
                .singleElement()
                .asString()
                .contains("no controllers")
                .contains("2 message stores")
                .contains("no management stores")
                .contains("1 bean with @Traced");
    }

    /** With every start Spring Boot brings one for errors. */
    @Test
    void countsNoControllerOfALibrary(CapturedOutput output) {
        ProfiledContext.runner(OwnController.class)
                .withBean(
                        "basicErrorController",
                        BasicErrorController.class,
                        () -> new BasicErrorController(new DefaultErrorAttributes(), new ErrorProperties()))
                .withPropertyValues("profiler.trace-wsgi-transport=true")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(lines(output, "Traced: ")).singleElement().asString().contains("1 controller,");
    }

    @Test
    void saysWhatToWriteForALayerWithoutBeans(CapturedOutput output) {
        ProfiledContext.runner(Store.class).run(context -> assertThat(context).hasNotFailed());

        assertThat(lines(output, "WARN"))
                .singleElement()
                .asString()
                .endsWith("'profiler.trace-management-store' is true, but there is no management store:"
                        + " mark beans with @ManagementStore, or set 'profiler.management-store.pointcut'");
    }

    @Test
    void warnsOnceOfAPointcutThatMatchesNothing(CapturedOutput output) {
        ProfiledContext.runner(Store.class)
                .withPropertyValues("profiler.trace-management-store=false", POINTCUT + "bean(bocks)")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(lines(output, "WARN"))
                .singleElement()
                .asString()
                .endsWith("'profiler.message-store.pointcut' matches no bean: bean(bocks)");
    }

    @Test
    void doesNotWarnOfAPointcutThatMatchesWhatIsMarkedOrCannotBeTraced(CapturedOutput output) {
        for (String pointcut : List.of("find()", "get()")) {
            ProfiledContext.runner(Store.class, Unproxyable.class)
                    .withPropertyValues(
                            "profiler.trace-management-store=false", POINTCUT + "execution(* *." + pointcut + ")")
                    .run(context -> assertThat(context).hasNotFailed());
        }

        assertThat(output).doesNotContain("matches no bean");
    }

    @Test
    void doesNotWarnOfWhatALazyBeanMayMatch(CapturedOutput output) {
        ProfiledContext.runner(LazyBeans.class)
                .withPropertyValues("profiler.trace-management-store=false", POINTCUT + "bean(later)")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(lines(output, "WARN")).isEmpty();
        assertThat(lines(output, "INFO"))
                .anySatisfy(line -> assertThat(line)
                        .contains("'profiler.message-store.pointcut' matches no bean: bean(later) (so far:"));
    }

    @Test
    void namesAMarkedClassWithoutPublicMethods(CapturedOutput output) {
        ProfiledContext.runner(PackagePrivate.class)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output)
                .containsOnlyOnce(PackagePrivate.class.getName()
                        + " is not traced, because none of its marked methods is public");
    }

    private static List<String> lines(CapturedOutput output, String part) {
        return output.toString().lines().filter(line -> line.contains(part)).toList();
    }

    @MessageStore
    static class Store {

        public void find() {}
    }

    @MessageStore
    static class OtherStore {

        public void find() {}
    }

    @RestController
    static class OwnController {

        @GetMapping("/own")
        public String own() {
            return "own";
        }
    }

    static class Task {

        @Traced("task")
        public void run() {}
    }

    static final class Unproxyable implements Supplier<String> {

        @Override
        public String get() {
            return "got";
        }
    }

    @Traced("package")
    static class PackagePrivate {

        void run() {}
    }

    @Configuration(proxyBeanMethods = false)
    static class LazyBeans {

        @Bean
        @Lazy
        Task later() {
            return new Task();
        }
    }
}
