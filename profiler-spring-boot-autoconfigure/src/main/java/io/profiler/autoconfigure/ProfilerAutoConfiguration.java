// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.admission.Admission;
import io.profiler.export.TracePointExporter;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.store.OpenedStores;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.Profiler;
import io.profiler.trace.UnaskedTraces;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * The profiler and what it hands its trace points to.
 *
 * @since 0.1
 */
@AutoConfiguration
@ConditionalOnBooleanProperty("profiler.enabled")
@EnableConfigurationProperties(ProfilerProperties.class)
public final class ProfilerAutoConfiguration {

    private static final String CAPTURE = "io.profiler.argumentCapture";
    private static final String ORIGIN = "io.profiler.origin";

    /** For Spring Boot. */
    public ProfilerAutoConfiguration() {}

    @Bean("io.profiler.headerVerifier")
    HeaderVerifier profilerHeaderVerifier(ProfilerProperties properties) {
        return new HeaderVerifier(
                HmacKeys.required(properties.hmacKeys()), properties.acceptance(), InstantSource.system());
    }

    @Bean("io.profiler.admission")
    Admission profilerAdmission(ProfilerProperties properties) {
        return new Admission(properties.limits().admission());
    }

    @Bean("io.profiler.signature")
    Signature profilerSignature(ProfilerProperties properties) {
        return new Signature(new HouseHosts(properties.propagation().hosts()));
    }

    @Bean("io.profiler.tracePointExporter")
    @ConditionalOnMissingBean(TracePointSink.class)
    TracePointExporter tracePointExporter(OpenedStores stores, ProfilerProperties properties) {
        return new TracePointExporter(stores.writers(), properties.export().settings());
    }

    /** An exporter of a context above goes on when this one ends. */
    @Bean("io.profiler.exporterLifecycle")
    @ConditionalOnBean(value = TracePointSink.class, search = SearchStrategy.CURRENT)
    ExporterLifecycle profilerExporterLifecycle(TracePointSink sink) {
        return new ExporterLifecycle(sink);
    }

    /** One for all, as what was looked through for secrets once is known for it. */
    @Bean(CAPTURE)
    ArgumentCapture profilerArgumentCapture(ProfilerProperties properties) {
        return properties.argumentCapture();
    }

    @Bean("io.profiler.requestDescription")
    RequestDescription profilerRequestDescription(@Qualifier(CAPTURE) ArgumentCapture capture, Uptime uptime) {
        return new RequestDescription(capture, uptime);
    }

    @Bean("io.profiler.callDescription")
    CallDescription profilerCallDescription(@Qualifier(CAPTURE) ArgumentCapture capture) {
        return new CallDescription(capture);
    }

    @Bean(ORIGIN)
    Origin profilerOrigin(ProfilerProperties properties, Environment environment) {
        return Origins.of(properties, environment);
    }

    @Bean("io.profiler.profiler")
    @ConditionalOnMissingBean
    Profiler profiler(
            TracePointSink sink,
            ProfilerProperties properties,
            @Qualifier(CAPTURE) ArgumentCapture capture,
            @Qualifier(ORIGIN) Origin origin) {
        return Profiler.create(sink, origin, capture, properties.limits().trace(), properties.insight());
    }

    @Bean("io.profiler.unaskedTraces")
    @Conditional(OnUnaskedRequests.class)
    UnaskedTraces profilerUnaskedTraces(
            TracePointSink sink,
            ProfilerProperties properties,
            @Qualifier(CAPTURE) ArgumentCapture capture,
            @Qualifier(ORIGIN) Origin origin) {
        return new UnaskedTraces(
                sink,
                origin,
                capture,
                properties.limits().trace(),
                properties.samples().settings());
    }

    @Bean("io.profiler.uptime")
    Uptime profilerUptime() {
        return new Uptime();
    }

    @Bean("io.profiler.startupLog")
    StartupLog profilerStartupLog(
            ProfilerProperties properties,
            ObjectProvider<OpenedStores> stores,
            TracePointSink sink,
            ApplicationContext context) {
        Object destination = stores.getIfAvailable();
        return new StartupLog(properties, destination == null ? sink : destination, context);
    }
}
