// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.profiler.autoconfigure.aop.proxy.BeanClass;
import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.RunningApp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.converter.Converter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pointcuts that take in everything that there is. */
@ExtendWith(OutputCaptureExtension.class)
class BroadPointcutTest {

    @ParameterizedTest
    @ValueSource(strings = {"execution(public * *(..))", "within(*..*)", "execution(* *(..))", "bean(*)"})
    void traceTheApplicationAndLeaveAllElseAlone(String pointcut) {
        try (RunningApp app = start(pointcut)) {
            assertThat(app.profiled("/shop").tree())
                    .isEqualTo("wsgi(controller(message_store(message_store(message_store))))");
            assertThat(app.profiled("/shop").response().body()).isEqualTo("sold");
            assertThat(traced(app.context())).containsOnly("Shop", "Goods", "Tag", "Audit", "Locales");
        }
    }

    @Test
    void nameWhatIsLeftAloneInOneLine(CapturedOutput output) {
        try (RunningApp app = start("execution(public * *(..))")) {
            assertThat(app.bean(MeterRegistry.class)).isNotNull();
        }

        assertThat(output.toString().lines().filter(line -> line.contains("classes of libraries are not traced")))
                .singleElement()
                .asString()
                .contains(MeterRegistry.class.getPackageName() + ".");
    }

    private static RunningApp start(String pointcut) {
        return RunningApp.start(
                Application.class,
                "profiler.trace-wsgi-transport=true",
                "profiler.trace-message-store=true",
                "profiler.message-store.pointcut=" + pointcut);
    }

    private static List<String> traced(ConfigurableApplicationContext context) {
        return Arrays.stream(context.getBeanDefinitionNames())
                .filter(name -> context.getBeanFactory().containsSingleton(name))
                .filter(name -> BeanProxies.isTraced(context.getBean(name)))
                .map(name -> BeanClass.written(context.getBean(name)))
                .filter(type -> type.getEnclosingClass() == BroadPointcutTest.class)
                .map(Class::getSimpleName)
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    @Import({BaseApplication.class, Shop.class, Goods.class, Audit.class})
    static class Application {

        @Bean
        ExecutorService pool() {
            return Executors.newCachedThreadPool();
        }

        @Bean
        Locales locales() {
            return new Locales();
        }

        @Bean
        Tag tag() {
            return new Tag();
        }

        @Bean
        static Watching watching() {
            return new Watching();
        }

        @Bean
        Products products() {
            return new Products();
        }
    }

    @ConfigurationProperties("shop")
    static class Settings {}

    @RestController
    static class Shop {

        private final Goods goods;

        Shop(Goods goods) {
            this.goods = goods;
        }

        @GetMapping("/shop")
        public String sell() {
            return goods.sell();
        }
    }

    static class Goods {

        private final Tag tag;

        Goods(Tag tag) {
            this.tag = tag;
        }

        public String sell() {
            return tag.name();
        }
    }

    static class Tag {

        public String name() {
            return "sold";
        }
    }

    static class Audit implements ApplicationListener<ApplicationReadyEvent> {

        @Override
        public void onApplicationEvent(ApplicationReadyEvent event) {}
    }

    static class Locales implements Converter<String, Locale> {

        @Override
        public Locale convert(String tag) {
            return Locale.forLanguageTag(tag);
        }
    }

    static class Watching implements BeanPostProcessor {}

    static class Products implements FactoryBean<StringBuilder> {

        @Override
        public StringBuilder getObject() {
            return new StringBuilder();
        }

        @Override
        public Class<?> getObjectType() {
            return StringBuilder.class;
        }
    }
}
