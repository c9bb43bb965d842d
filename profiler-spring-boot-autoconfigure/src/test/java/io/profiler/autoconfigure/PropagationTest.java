// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.trace.MessageStore;
import io.profiler.trace.Profiler;
import io.profiler.trace.Traced;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class PropagationTest {

    private final ApplicationContextRunner runner =
            ProfiledContext.runner(Executors.class, Submitter.class, Task.class);

    @Test
    void spansOfAnAsyncTaskAreBelowTheSpanThatSubmittedIt() {
        runner.run(context -> {
            Trace trace =
                    profile(context, () -> context.getBean(Submitter.class).submit());

            assertThat(trace.tree()).isEqualTo("submitter(message_store)");
        });
    }

    @Test
    void thePoolsThreadIsNotProfiledAfterwards() {
        runner.run(context -> {
            profile(context, () -> context.getBean(Submitter.class).submit());

            CompletableFuture<Boolean> profiled = new CompletableFuture<>();
            context.getBean(ThreadPoolTaskExecutor.class)
                    .execute(() -> profiled.complete(
                            context.getBean(Profiler.class).context().isPresent()));
            assertThat(profiled.get()).isFalse();
        });
    }

    @Traced("submitter")
    static class Submitter {

        private final Task task;

        Submitter(Task task) {
            this.task = task;
        }

        public void submit() {
            task.run().join();
        }
    }

    @MessageStore
    static class Task {

        @Async
        public CompletableFuture<String> run() {
            return CompletableFuture.completedFuture("done");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAsync
    static class Executors {

        @Bean
        ThreadPoolTaskExecutor taskExecutor() {
            ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
            executor.setCorePoolSize(1);
            executor.setTaskDecorator(new ContextPropagatingTaskDecorator());
            return executor;
        }
    }
}
