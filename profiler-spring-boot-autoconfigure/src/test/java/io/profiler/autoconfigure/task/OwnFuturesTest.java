// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.trace.Profiler;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Executors that stand in front of the application's: it goes on making the futures, and knowing its tasks. */
class OwnFuturesTest {

    private static final int PATIENCE_SECONDS = 30;

    private static final int TASKS = 3;

    @Test
    void onePoolThreadHelpsOutWhileItWaitsForAnother() {
        inApplication(context -> {
            AsyncTaskExecutor forking = context.getBean("forking", AsyncTaskExecutor.class);

            Future<String> outer =
                    forking.submit(() -> forking.submit(() -> "inner").get());

            assertThat(outer.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("inner");
        });
    }

    @ParameterizedTest
    @CsvSource({"ranking, false", "ranking, true", "rankingAdapter, false", "rankingAdapter, true"})
    void aPoolMakesItsOwnFuturesOfWhatItKnows(String executor, boolean profiled) {
        inApplication(context -> {
            AsyncTaskExecutor ranking = context.getBean(executor, AsyncTaskExecutor.class);
            ProfiledContext.Request request = () -> {
                for (int rank = 0; rank < TASKS; rank++) {
                    Future<Integer> future = ranking.submit((Callable<Integer>) new Ranked(rank, null));
                    assertThat(future).isInstanceOf(RankedFuture.class);
                    assertThat(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(rank);
                }
            };

            if (profiled) {
                ProfiledContext.profile(context, request);
            } else {
                request.run();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ranking", "rankingAdapter", "decoratedRanking", "unconfigurable"})
    void tasksThatAreComparedStayWhatTheyAre(String executor) {
        inApplication(context -> {
            CountDownLatch done = new CountDownLatch(TASKS);

            ProfiledContext.profile(context, () -> {
                for (int rank = 0; rank < TASKS; rank++) {
                    context.getBean(executor, Executor.class).execute(new Ranked(rank, done));
                }
                assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"forking", "forkingAdapter", "decorated"})
    void whatIsSubmittedIsFollowed(String executor) {
        inApplication(context -> {
            AsyncTaskExecutor forking = context.getBean(executor, AsyncTaskExecutor.class);
            Profiler profiler = context.getBean(Profiler.class);
            Callable<Boolean> task = () -> profiler.context().isPresent();

            ProfiledContext.profile(
                    context, () -> assertThat(forking.submit(task).get()).isTrue());

            assertThat(forking.submit(task).get()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "decorated", "forking"})
    void whatIsMadeReadyAgainIsFollowedOnce(String executor) {
        inApplication(context -> {
            Object bean = context.getBean(executor);
            DirectFieldAccessor fields = new DirectFieldAccessor(bean);
            String follower = executor.equals("forking") ? "adaptedExecutor" : "taskDecorator";
            Object following = fields.getPropertyValue(follower);

            context.getAutowireCapableBeanFactory().initializeBean(bean, executor);

            assertThat(following).isNotNull();
            assertThat(fields.getPropertyValue(follower)).isSameAs(following);
        });
    }

    @Test
    void whatAFullPoolTurnsAwayIsTheFutureThatItsCallerWaitsFor() {
        inApplication(context -> {
            AsyncTaskExecutor small = context.getBean("small", AsyncTaskExecutor.class);
            Profiler profiler = context.getBean(Profiler.class);
            CountDownLatch release = new CountDownLatch(1);
            Callable<Boolean> task = () -> {
                release.await();
                return profiler.context().isPresent();
            };

            ProfiledContext.profile(context, () -> {
                Future<Boolean> running = small.submit(task);
                Future<Boolean> waiting = small.submit(task);
                Future<Boolean> tooMany = small.submit(task);

                assertThat(tooMany.isCancelled()).isTrue();
                release.countDown();
                assertThat(running.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            });
        });
    }

    @Test
    void whatAFullPoolTurnsAwayIsTheApplicationsOwnTask() {
        inApplication(context -> {
            Executor small = context.getBean("small", Executor.class);
            CountDownLatch release = new CountDownLatch(1);

            ProfiledContext.profile(context, () -> {
                List<Refusable> tasks =
                        Stream.generate(() -> new Refusable(release)).limit(3).toList();
                tasks.forEach(small::execute);
                release.countDown();

                assertThat(tasks).extracting(task -> task.refused.get()).containsExactly(false, false, true);
            });
        });
    }

    private interface Body {
        void run(ApplicationContext context) throws Exception;
    }

    private static void inApplication(Body body) {
        ProfiledContext.runner(Application.class).run(body::run);
    }

    private static final class Refusable implements Runnable {

        private final CountDownLatch release;
        private final AtomicBoolean refused = new AtomicBoolean();

        Refusable(CountDownLatch release) {
            this.release = release;
        }

        @Override
        public void run() {
            try {
                release.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Knows what the application gives its pool. */
    private static void refuse(Runnable task) {
        if (task instanceof Future<?> future) {
            future.cancel(false);
        } else {
            ((Refusable) task).refused.set(true);
        }
    }

    private record Ranked(int rank, CountDownLatch done) implements Runnable, Callable<Integer>, Comparable<Ranked> {

        @Override
        public void run() {
            done.countDown();
        }

        @Override
        public Integer call() {
            return rank;
        }

        @Override
        public int compareTo(Ranked other) {
            return Integer.compare(rank, other.rank);
        }
    }

    private static final class RankedFuture<T> extends FutureTask<T> implements Comparable<RankedFuture<?>> {

        private final Ranked ranked;

        RankedFuture(Ranked ranked, Callable<T> task) {
            super(task);
            this.ranked = ranked;
        }

        @Override
        public int compareTo(RankedFuture<?> other) {
            return ranked.compareTo(other.ranked);
        }
    }

    private static final class RankingPool extends ThreadPoolExecutor {

        RankingPool() {
            super(1, 1, 1, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
        }

        @Override
        protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
            return new RankedFuture<>((Ranked) task, task);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Application {

        @Bean
        ConcurrentTaskExecutor forking() {
            return new ConcurrentTaskExecutor(new ForkJoinPool(1));
        }

        @Bean
        TaskExecutorAdapter forkingAdapter() {
            return new TaskExecutorAdapter(new ForkJoinPool(1));
        }

        @Bean
        ConcurrentTaskExecutor ranking() {
            return new ConcurrentTaskExecutor(new RankingPool());
        }

        @Bean
        TaskExecutorAdapter rankingAdapter() {
            return new TaskExecutorAdapter(new RankingPool());
        }

        @Bean
        ThreadPoolTaskExecutor small() {
            ThreadPoolTaskExecutor small = new ThreadPoolTaskExecutor();
            small.setCorePoolSize(1);
            small.setMaxPoolSize(1);
            small.setQueueCapacity(1);
            small.setRejectedExecutionHandler((task, pool) -> refuse(task));
            return small;
        }

        @Bean
        ConcurrentTaskExecutor decoratedRanking() {
            ConcurrentTaskExecutor executor = new ConcurrentTaskExecutor(new RankingPool());
            executor.setTaskDecorator(task -> task);
            return executor;
        }

        @Bean
        ConcurrentTaskExecutor decorated() {
            ConcurrentTaskExecutor executor = new ConcurrentTaskExecutor(Executors.newSingleThreadExecutor());
            executor.setTaskDecorator(task -> task);
            return executor;
        }

        @Bean
        Executor unconfigurable() {
            return Executors.unconfigurableExecutorService(new RankingPool());
        }

        @Bean
        SimpleAsyncTaskExecutor simple() {
            return new SimpleAsyncTaskExecutor();
        }
    }
}
