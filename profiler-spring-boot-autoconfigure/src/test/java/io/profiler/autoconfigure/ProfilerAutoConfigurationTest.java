// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.profiler.autoconfigure.aop.ProfilerAopAutoConfiguration;
import io.profiler.autoconfigure.metrics.ProfilerMetricsAutoConfiguration;
import io.profiler.autoconfigure.servlet.ProfilerServletAutoConfiguration;
import io.profiler.autoconfigure.store.ProfilerStoreAutoConfiguration;
import io.profiler.export.TracePointExporter;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.store.OpenedStores;
import io.profiler.store.StoreOptions;
import io.profiler.store.memory.InMemoryTraceStore;
import io.profiler.test.CollectingSink;
import io.profiler.trace.Profiler;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestMapping;

class ProfilerAutoConfigurationTest {

    private static final AutoConfigurations ALL = AutoConfigurations.of(
            NoopProfilerAutoConfiguration.class,
            ProfilerAutoConfiguration.class,
            ProfilerAopAutoConfiguration.class,
            ProfilerMetricsAutoConfiguration.class,
            ProfilerServletAutoConfiguration.class,
            ProfilerStoreAutoConfiguration.class);

    private static final String[] ON = {
        "profiler.enabled=true",
        "profiler.hmac-keys=key",
        "profiler.connection-string=mongodb://127.0.0.1:1",
        "profiler.trace-wsgi-transport=true",
        "profiler.trace-message-store=true",
        "profiler.trace-management-store=true"
    };

    private final WebApplicationContextRunner web =
            new WebApplicationContextRunner().withConfiguration(ALL).withPropertyValues(ON);
    private final ApplicationContextRunner plain =
            new ApplicationContextRunner().withConfiguration(ALL).withPropertyValues(ON);

    @Test
    void suppliesEverything() {
        web.run(context -> assertThat(context)
                .hasSingleBean(HeaderVerifier.class)
                .hasSingleBean(OpenedStores.class)
                .hasSingleBean(TracePointExporter.class)
                .hasSingleBean(Profiler.class)
                .hasBean("io.profiler.filterRegistration")
                .hasBean("io.profiler.innerFilterRegistration")
                .hasBean("io.profiler.tracedLayer")
                .hasBean("io.profiler.messageStoreLayer")
                .hasBean("io.profiler.managementStoreLayer")
                .hasBean("io.profiler.controllerLayer")
                .hasBean("io.profiler.pointMetrics")
                .hasBean("io.profiler.headerMetrics"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"profiler.enabled=false", "profiler.enabled="})
    void suppliesOnlyANoopProfilerWhenItIsOff(String off) {
        web.withPropertyValues(off)
                .run(context -> assertThat(context)
                        .hasSingleBean(Profiler.class)
                        .getBean(Profiler.class)
                        .isSameAs(Profiler.NOOP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wsgi-transport,controller", "message-store,messageStore", "management-store,managementStore"})
    void hasNoBeanForALayerThatIsOff(String layer) {
        String[] propertyAndLayer = layer.split(",");
        plain.withPropertyValues("profiler.trace-" + propertyAndLayer[0] + "=false")
                .run(context -> assertThat(context)
                        .doesNotHaveBean("io.profiler." + propertyAndLayer[1] + "Layer")
                        .hasBean("io.profiler.tracedLayer"));
    }

    @Test
    void backsOffForAStore() {
        plain.withUserConfiguration(OwnStore.class)
                .run(context -> assertThat(context)
                        .hasSingleBean(OpenedStores.class)
                        .hasSingleBean(InMemoryTraceStore.class)
                        .hasSingleBean(TracePointExporter.class));
    }

    @Test
    void backsOffForASinkWhichNeedsNoStore() {
        plain.withUserConfiguration(OwnSink.class)
                .run(context -> assertThat(context)
                        .hasSingleBean(TracePointSink.class)
                        .hasSingleBean(CollectingSink.class)
                        .doesNotHaveBean(OpenedStores.class)
                        .doesNotHaveBean("io.profiler.pointMetrics")
                        .hasBean("io.profiler.headerMetrics"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"profiler.enabled=true", "profiler.enabled=false"})
    void backsOffForAProfiler(String enabled) {
        plain.withUserConfiguration(OwnProfiler.class)
                .withPropertyValues(enabled)
                .run(context ->
                        assertThat(context).hasSingleBean(Profiler.class).hasBean("ownProfiler"));
    }

    @Test
    void hasNoFilterWithoutAServletApplication() {
        plain.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(FilterRegistrationBean.class));
        web.withClassLoader(new FilteredClassLoader(Filter.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(FilterRegistrationBean.class));
    }

    @Test
    void hasNoMetersWithoutMicrometer() {
        plain.withClassLoader(new FilteredClassLoader(MeterBinder.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean("io.profiler.pointMetrics")
                        .doesNotHaveBean("io.profiler.headerMetrics"));
    }

    @Test
    void hasNoLayerOfControllersWithoutSpringWeb() {
        plain.withClassLoader(new FilteredClassLoader(RequestMapping.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("io.profiler.controllerLayer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.mongodb", "org.springframework.data.mongodb"})
    void hasNoStoreOnTheApplicationsClientWithoutMongo(String missing) {
        plain.withClassLoader(new FilteredClassLoader(missing))
                .withUserConfiguration(OwnStore.class)
                .run(context ->
                        assertThat(context).hasNotFailed().doesNotHaveBean("io.profiler.mongoApplicationStore"));
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnStore {

        @Bean
        InMemoryTraceStore ownStore() {
            return new InMemoryTraceStore(StoreOptions.defaults());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnSink {

        @Bean
        CollectingSink ownSink() {
            return new CollectingSink();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnProfiler {

        @Bean
        Profiler ownProfiler() {
            return Profiler.NOOP;
        }
    }
}
