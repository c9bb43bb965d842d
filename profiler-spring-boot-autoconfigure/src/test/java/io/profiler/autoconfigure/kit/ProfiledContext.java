// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.util.UUID;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Contexts without a web server, whose beans are called as a profiled request would call them. */
public final class ProfiledContext {

    /** Nobody but the profiler listens to observations; nor is there a database for the reactive driver. */
    public static final String WITHOUT_METRICS = "spring.autoconfigure.exclude="
            + MetricsAutoConfiguration.class.getName() + "," + MongoReactiveAutoConfiguration.class.getName();

    private ProfiledContext() {}

    /** What is done in a profiled request. */
    @FunctionalInterface
    public interface Request {
        void run() throws Exception;
    }

    /** A runner with the profiler and both store layers on. */
    public static ApplicationContextRunner runner(Class<?>... beans) {
        return new ApplicationContextRunner()
                .withUserConfiguration(BaseApplication.class)
                .withUserConfiguration(beans)
                .withPropertyValues(
                        "profiler.enabled=true",
                        "profiler.hmac-keys=a key of the tests",
                        "profiler.trace-message-store=true",
                        "profiler.trace-management-store=true",
                        "profiler.counters=false");
    }

    /** Does something as a profiled request. */
    public static Trace profile(ApplicationContext context, Request request) throws Exception {
        String baseId = UUID.randomUUID().toString();
        try (ProfiledScope scope =
                context.getBean(Profiler.class).open(new TraceContext(baseId, baseId, RunningApp.KEY))) {
            request.run();
        }
        return new Trace(baseId, null, context.getBean(CollectingSink.class));
    }
}
