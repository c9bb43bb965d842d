// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.admission.Admission;
import io.profiler.autoconfigure.EndpointPath;
import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.ProfilerProperties;
import io.profiler.autoconfigure.RequestDescription;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.trace.Profiler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * The filter of servlet applications.
 *
 * @since 0.1
 */
@AutoConfiguration(after = ProfilerAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({Filter.class, FilterRegistrationBean.class})
@ConditionalOnBean(HeaderVerifier.class)
@Import({SlowRequestsConfiguration.class, FlightRecorderConfiguration.class})
public final class ProfilerServletAutoConfiguration {

    /** Before everything whose time a profile should show, after Spring Boot's own observation of the request. */
    public static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean("io.profiler.requestEnds")
    RequestEnds profilerRequestEnds() {
        return new RequestEnds();
    }

    @Bean("io.profiler.filterRegistration")
    FilterRegistrationBean<ProfilerFilter> profilerFilterRegistration(
            HeaderVerifier verifier,
            Admission admission,
            Profiler profiler,
            ProfilerProperties properties,
            RequestDescription description,
            RequestEnds ends,
            ObjectProvider<EndpointPath> endpoint,
            ObjectProvider<UnaskedRequests> unasked) {
        RequestSpans spans = new RequestSpans(properties.traceWsgiTransport(), description);
        EndpointPath path = endpoint.getIfAvailable(() -> EndpointPath.NOWHERE);
        RequestTraces traces =
                new RequestTraces(verifier, new RecordedBrowsers(properties.recordBrowsers(), path), path);
        RequestProfiling profiling = new RequestProfiling(traces, admission, profiler, spans, ends);
        FilterRegistrationBean<ProfilerFilter> registration = new FilterRegistrationBean<>(
                new ProfilerFilter(profiling, unasked.getIfAvailable(() -> UnaskedRequests.UNWATCHED)));
        registration.setName("io.profiler.filter");
        registration.setOrder(FILTER_ORDER);
        registration.setDispatcherTypes(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.FORWARD, DispatcherType.ERROR));
        return registration;
    }

    @Bean("io.profiler.innerFilterRegistration")
    @ConditionalOnBooleanProperty("profiler.trace-wsgi-transport")
    FilterRegistrationBean<InnerFilter> profilerInnerFilterRegistration() {
        FilterRegistrationBean<InnerFilter> registration = new FilterRegistrationBean<>(new InnerFilter());
        registration.setName("io.profiler.innerFilter");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }
}
