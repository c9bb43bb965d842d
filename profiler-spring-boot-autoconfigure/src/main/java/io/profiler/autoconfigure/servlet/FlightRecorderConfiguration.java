// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.EndpointPath;
import io.profiler.autoconfigure.FlightRecorderProperties;
import io.profiler.autoconfigure.ProfilerProperties;
import io.profiler.autoconfigure.RequestDescription;
import io.profiler.trace.UnaskedTraces;
import io.profiler.trace.flight.FlightRecorder;
import io.profiler.trace.flight.Keeping;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Requests that are recorded though nobody asked for it; nothing of it is there unless it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("profiler.flight-recorder.enabled")
class FlightRecorderConfiguration {

    @Bean("io.profiler.flightRecorder")
    FlightRecorder profilerFlightRecorder(UnaskedTraces traces, ProfilerProperties properties) {
        return new FlightRecorder(traces, properties.flightRecorder().limits());
    }

    @Bean("io.profiler.keeping")
    Keeping profilerKeeping(FlightRecorder recorder, ProfilerProperties properties) {
        return new Keeping(recorder, properties.flightRecorder().keeping());
    }

    /** One that finds no room is watched, if those are that are not recorded. */
    @Bean("io.profiler.recordedRequests")
    @Primary
    RecordedRequests profilerRecordedRequests(
            FlightRecorder recorder,
            Keeping keeping,
            ProfilerProperties properties,
            RequestDescription description,
            RequestEnds ends,
            ObjectProvider<EndpointPath> endpoint,
            ObjectProvider<WatchedRequests> watched) {
        FlightRecorderProperties settings = properties.flightRecorder();
        RequestSpans spans = new RequestSpans(true, description);
        ExpectedToLast excluded =
                new ExpectedToLast(settings.exclude(), endpoint.getIfAvailable(() -> EndpointPath.NOWHERE));
        UnaskedRequests others = watched.getIfAvailable();
        return new RecordedRequests(
                recorder,
                new RequestKeeping(keeping, spans),
                excluded,
                ends,
                others == null ? UnaskedRequests.UNWATCHED : others);
    }
}
