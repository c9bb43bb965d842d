// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.EndpointPath;
import io.profiler.autoconfigure.OnSlowRequests;
import io.profiler.autoconfigure.ProfilerConfigurationException;
import io.profiler.autoconfigure.ProfilerProperties;
import io.profiler.autoconfigure.RequestDescription;
import io.profiler.trace.UnaskedTraces;
import io.profiler.trace.watch.KeptPerMinute;
import io.profiler.trace.watch.Watchdog;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Requests that nobody asked to profile, and that are slow; nothing of it is there unless a threshold is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnSlowRequests.class)
class SlowRequestsConfiguration {

    @Bean("io.profiler.watchdog")
    Watchdog profilerWatchdog(ProfilerProperties properties, UnaskedTraces traces) {
        Duration threshold = properties.slow().threshold();
        if (threshold == null) {
            throw new ProfilerConfigurationException(
                    "'profiler.slow.threshold' is not set, but it was when this application was processed ahead of time"
                            + " (AOT).",
                    "Set it here, too, or leave it out where the application is built.");
        }
        return new Watchdog(threshold, traces::look);
    }

    @Bean("io.profiler.watchdogLifecycle")
    WatchdogLifecycle profilerWatchdogLifecycle(Watchdog watchdog) {
        return new WatchdogLifecycle(watchdog);
    }

    @Bean("io.profiler.keptPerMinute")
    KeptPerMinute profilerKeptPerMinute(ProfilerProperties properties) {
        return new KeptPerMinute(properties.slow().perMinute());
    }

    @Bean("io.profiler.watchedRequests")
    WatchedRequests profilerWatchedRequests(
            Watchdog watchdog,
            UnaskedTraces traces,
            KeptPerMinute perMinute,
            ProfilerProperties properties,
            RequestDescription description,
            RequestEnds ends,
            ObjectProvider<EndpointPath> endpoint) {
        RequestSpans spans = new RequestSpans(true, description);
        ExpectedToLast expected =
                new ExpectedToLast(properties.slow().exclude(), endpoint.getIfAvailable(() -> EndpointPath.NOWHERE));
        SlowRequests slow = new SlowRequests(watchdog.thresholdNanos(), traces, perMinute, spans, expected);
        return new WatchedRequests(watchdog, slow, ends);
    }
}
