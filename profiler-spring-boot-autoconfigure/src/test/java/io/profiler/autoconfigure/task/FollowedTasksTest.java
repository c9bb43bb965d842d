// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@ExtendWith(NoContextLeft.class)
class FollowedTasksTest {

    private static final int REPEATS = 3;

    @ParameterizedTest
    @ValueSource(strings = {"applicationTaskExecutor", "pool", "simple", "concurrent", "scheduler", "single"})
    void whatARequestGivesToAnExecutorIsBelowIt(String executor) {
        inApplication(context -> {
            Profiler profiler = context.getBean(Profiler.class);
            Executor pool = context.getBean(executor, Executor.class);

            Trace trace = profile(context, () -> {
                try (Span wsgi = profiler.start("wsgi")) {
                    CompletableFuture.runAsync(() -> profiler.start("task").stop(), pool)
                            .join();
                }
            });

            assertThat(trace.tree()).isEqualTo("wsgi(task)");
            assertThat(CompletableFuture.supplyAsync(profiler::context, pool).join())
                    .as("what the next task of the thread is part of")
                    .isEmpty();
        });
    }

    @Test
    void withoutTheSwitchItIsNot() {
        ProfiledContext.runner(Application.class)
                .withPropertyValues("profiler.trace-threads=false")
                .run(context -> {
                    Profiler profiler = context.getBean(Profiler.class);
                    Trace trace = profile(context, () -> {
                        try (Span wsgi = profiler.start("wsgi")) {
                            CompletableFuture.runAsync(
                                            () -> profiler.start("task").stop(),
                                            context.getBean("pool", Executor.class))
                                    .join();
                        }
                    });

                    assertThat(trace.tree()).isEqualTo("wsgi");
                });
    }

    @Test
    void anAsynchronousMethodIsBelowItsCaller() {
        inApplication(context -> {
            Profiler profiler = context.getBean(Profiler.class);
            Mails mails = context.getBean(Mails.class);

            Trace trace = profile(context, () -> {
                try (Span wsgi = profiler.start("wsgi")) {
                    mails.send().join();
                }
            });

            assertThat(trace.tree()).isEqualTo("wsgi(mail)");
        });
    }

    @Test
    void theLinesThatAProfiledThreadLogsNameTheTrace() {
        inApplication(context -> {
            List<String> named = new CopyOnWriteArrayList<>();
            Executor pool = context.getBean("pool", Executor.class);

            Trace trace = profile(context, () -> {
                named.add(MDC.get("profiler.base_id"));
                CompletableFuture.runAsync(() -> named.add(MDC.get("profiler.base_id")), pool)
                        .join();
            });

            assertThat(named).containsExactly(trace.baseId(), trace.baseId());
            assertThat(MDC.get("profiler.base_id")).isNull();
            assertThat(CompletableFuture.supplyAsync(() -> MDC.get("profiler.base_id"), pool)
                            .join())
                    .isNull();
        });
    }

    @Test
    void theApplicationsOwnDecoratorStays() {
        inApplication(context -> {
            Profiler profiler = context.getBean(Profiler.class);
            Decorations decorations = context.getBean(Decorations.class);

            profile(
                    context,
                    () -> context.getBean("pool", ThreadPoolTaskExecutor.class)
                            .submit(() -> profiler.start("task").stop())
                            .get());

            assertThat(decorations.made).hasSize(1);
        });
    }

    private record Ordered(CountDownLatch done) implements Runnable, Comparable<Ordered> {

        @Override
        public void run() {
            done.countDown();
        }

        @Override
        public int compareTo(Ordered other) {
            return 0;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordered", "queued"})
    void tasksThatTheirExecutorLooksAtStayWhatTheyAre(String executor) {
        inApplication(context -> {
            CountDownLatch done = new CountDownLatch(REPEATS);

            profile(context, () -> {
                for (int i = 0; i < REPEATS; i++) {
                    context.getBean(executor, Executor.class).execute(new Ordered(done));
                }
                done.await();
            });

            assertThat(done.getCount()).isZero();
        });
    }

    @Test
    void aTaskThatSchedulesItselfIsFollowedOnce() {
        inApplication(context -> {
            Profiler profiler = context.getBean(Profiler.class);
            ScheduledExecutorService scheduled = context.getBean("scheduled", ScheduledExecutorService.class);
            List<Boolean> profiled = new CopyOnWriteArrayList<>();
            CountDownLatch runs = new CountDownLatch(REPEATS);
            Runnable poll = new Runnable() {
                @Override
                public void run() {
                    profiled.add(profiler.context().isPresent());
                    runs.countDown();
                    if (runs.getCount() > 0) {
                        scheduled.schedule(this, 1, TimeUnit.MILLISECONDS);
                    }
                }
            };

            profile(context, () -> {
                scheduled.schedule(poll, 1, TimeUnit.MILLISECONDS);
                runs.await();
            });

            assertThat(profiled).containsExactly(true, false, false);
            assertThat(scheduled).isEqualTo(scheduled);
        });
    }

    @Test
    void allTasksThatAreGivenAtOnceAreFollowed() {
        inApplication(context -> {
            Profiler profiler = context.getBean(Profiler.class);
            Callable<Boolean> task = () -> profiler.context().isPresent();

            profile(context, () -> {
                ExecutorService single = context.getBean("single", ExecutorService.class);
                for (Future<Boolean> followed : single.invokeAll(List.of(task, task))) {
                    assertThat(followed.get()).isTrue();
                }
                assertThat(single.submit(task).get()).isTrue();
                assertThat(single.invokeAny(List.of(task))).isTrue();
            });
        });
    }

    @Test
    void anExecutorThatIsKnownByItsClassKeepsIt() {
        inApplication(context -> assertThat(context.getBean("known", ThreadPoolExecutor.class))
                .isExactlyInstanceOf(ThreadPoolExecutor.class));
    }

    @Test
    void aTaskForLaterIsPartOfTheRequestThatAskedForIt() {
        inApplication(context -> {
            Profiler profiler = context.getBean(Profiler.class);

            Trace trace = profile(context, () -> {
                try (Span wsgi = profiler.start("wsgi")) {
                    context.getBean(TaskScheduler.class)
                            .schedule(() -> profiler.start("later").stop(), Instant.now())
                            .get();
                }
            });

            assertThat(trace.tree()).isEqualTo("wsgi(later)");
        });
    }

    @Test
    void aTaskThatRepeatsItselfIsNoPartOfARequest() {
        inApplication(context -> {
            List<Boolean> profiled = new CopyOnWriteArrayList<>();
            repeat(context, profiled, (scheduler, task) -> scheduler.scheduleAtFixedRate(task, Duration.ofMillis(1)));

            assertThat(profiled).hasSizeGreaterThanOrEqualTo(REPEATS).containsOnly(false);
        });
    }

    @Test
    void ofATaskWithATriggerTheFirstRunAloneIsPartOfTheRequest() {
        inApplication(context -> {
            List<Boolean> profiled = new CopyOnWriteArrayList<>();
            repeat(context, profiled, (scheduler, task) -> scheduler.schedule(task, last -> Instant.now()));

            List<Boolean> runs = List.copyOf(profiled);
            assertThat(runs).hasSizeGreaterThanOrEqualTo(REPEATS).startsWith(true, false);
            assertThat(runs.subList(1, runs.size())).containsOnly(false);
        });
    }

    private interface Schedule {
        Future<?> start(TaskScheduler scheduler, Runnable task);
    }

    private static void repeat(ApplicationContext context, List<Boolean> profiled, Schedule schedule) throws Exception {
        Profiler profiler = context.getBean(Profiler.class);
        CountDownLatch runs = new CountDownLatch(REPEATS);
        profile(context, () -> {
            Future<?> repeated = schedule.start(context.getBean(TaskScheduler.class), () -> {
                profiled.add(profiler.context().isPresent());
                runs.countDown();
            });
            runs.await();
            repeated.cancel(false);
        });
    }

    private interface Body {
        void run(ApplicationContext context) throws Exception;
    }

    private static void inApplication(Body body) {
        ProfiledContext.runner(Application.class)
                .withPropertyValues("spring.task.execution.mode=force")
                .run(body::run);
    }

    private static Trace profile(ApplicationContext context, ProfiledContext.Request request) {
        try {
            return ProfiledContext.profile(context, request);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    static class Decorations implements TaskDecorator {

        final List<Runnable> made = new CopyOnWriteArrayList<>();

        @Override
        public Runnable decorate(Runnable task) {
            made.add(task);
            return task;
        }
    }

    static class Mails {

        private final Profiler profiler;

        Mails(Profiler profiler) {
            this.profiler = profiler;
        }

        @Async("applicationTaskExecutor")
        public CompletableFuture<Date> send() {
            profiler.start("mail").stop();
            return CompletableFuture.completedFuture(new Date());
        }
    }

    @EnableAsync
    @Configuration(proxyBeanMethods = false)
    @Import({Decorations.class, Mails.class})
    static class Application {

        @Bean
        ThreadPoolTaskExecutor pool(Decorations decorations) {
            ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
            pool.setCorePoolSize(1);
            pool.setTaskDecorator(decorations);
            pool.initialize();
            return pool;
        }

        @Bean
        SimpleAsyncTaskExecutor simple() {
            return new SimpleAsyncTaskExecutor();
        }

        @Bean
        ConcurrentTaskExecutor concurrent(ScheduledExecutorService scheduled) {
            return new ConcurrentTaskExecutor(scheduled);
        }

        @Bean
        ThreadPoolTaskScheduler scheduler() {
            ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
            scheduler.setTaskDecorator(task -> task);
            return scheduler;
        }

        @Bean
        ThreadPoolTaskExecutor ordered() {
            ThreadPoolTaskExecutor ordered = new ThreadPoolTaskExecutor() {
                @Override
                protected BlockingQueue<Runnable> createQueue(int capacity) {
                    return new PriorityBlockingQueue<>();
                }
            };
            ordered.setCorePoolSize(1);
            return ordered;
        }

        /** Its queue knows what it is given. */
        @Bean
        ThreadPoolTaskExecutor queued() {
            ThreadPoolTaskExecutor queued = new ThreadPoolTaskExecutor() {
                @Override
                protected BlockingQueue<Runnable> createQueue(int capacity) {
                    return new LinkedBlockingQueue<>() {
                        @Override
                        public boolean offer(Runnable task) {
                            return super.offer((Ordered) task);
                        }
                    };
                }
            };
            queued.setCorePoolSize(1);
            return queued;
        }

        @Bean
        ExecutorService single() {
            return Executors.newSingleThreadExecutor();
        }

        @Bean
        ScheduledExecutorService scheduled() {
            return Executors.unconfigurableScheduledExecutorService(Executors.newScheduledThreadPool(1));
        }

        @Bean
        ThreadPoolExecutor known() {
            return (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
        }
    }
}
