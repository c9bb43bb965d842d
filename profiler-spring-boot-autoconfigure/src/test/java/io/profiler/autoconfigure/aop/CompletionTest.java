// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.trace.Traced;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CompletionTest {

    private static final String START = "stage-start";
    private static final String STOP = "stage-stop";

    private final ApplicationContextRunner runner = ProfiledContext.runner(Stages.class);

    @Test
    void aStageEndsItsSpanWhenItCompletesOnAnyThread() {
        returned((trace, stages) -> {
            assertThat(names(trace)).containsExactly(START);

            complete(() -> stages.future.complete("done"));
            stages.future.complete("again");

            assertThat(trace.info(STOP)).containsEntry("function", Map.of("result", "\"done\""));
        });
    }

    @Test
    void aStageThatFailsIsRecordedWithItsCause() {
        returned((trace, stages) -> {
            complete(() -> stages.future.completeExceptionally(new IllegalStateException("broken")));

            assertThat(trace.info(STOP))
                    .containsEntry("etype", "java.lang.IllegalStateException")
                    .containsEntry("message", "broken");
        });
    }

    @Test
    void theWrapperOfADependentStageIsTakenOff() {
        runner.run(context -> {
            Trace trace = profile(context, () -> context.getBean(Stages.class).dependent());
            context.getBean(Stages.class).future().completeExceptionally(new IllegalStateException("broken"));

            assertThat(trace.info("dependent-stop")).containsEntry("etype", "java.lang.IllegalStateException");
        });
    }

    @Test
    void aCancelledStageEndsItsSpan() {
        returned((trace, stages) -> {
            stages.future.cancel(true);

            assertThat(trace.info(STOP)).containsEntry("etype", "java.util.concurrent.CancellationException");
        });
    }

    @Test
    void whatFollowsTheCallIsBesideItsSpanNotBelow() {
        runner.run(context -> {
            Stages stages = context.getBean(Stages.class);

            Trace trace = profile(context, () -> {
                stages.stage();
                stages.nothing();
            });
            stages.future().complete("done");

            assertThat(trace.tree()).isEqualTo("stage nothing");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void theCallerGetsTheVeryStage(String targetClass) {
        runner.withPropertyValues("spring.aop.proxy-target-class=" + targetClass)
                .run(context -> {
                    Stages stages = context.getBean(Stages.class);
                    profile(context, () -> assertThat(stages.stage()).isSameAs(stages.future()));
                });
    }

    @Test
    void noStageAtAllEndsTheSpanAtOnce() {
        runner.run(context -> assertThat(
                        profile(context, () -> context.getBean(Stages.class).nothing())
                                .tree())
                .isEqualTo("nothing"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                UnsupportedOperationException.class,
                NoClassDefFoundError.class,
                StackOverflowError.class,
                AssertionError.class
            })
    void aStageThatRefusesToBeListenedToEndsItsSpanAtOnce(Class<? extends Throwable> refusal) {
        runner.run(context -> {
            CompletionStage<String> refusing = new Refusing(refusal);
            Trace trace = profile(
                    context,
                    () -> assertThat(context.getBean(Stages.class).given(refusing))
                            .isSameAs(refusing));

            assertThat(trace.tree()).isEqualTo("given");
        });
    }

    private void returned(Check check) {
        runner.run(context -> {
            Stages stages = context.getBean(Stages.class);
            Trace trace = profile(context, stages::stage);
            check.accept(trace, new Returned(stages.future()));
        });
    }

    private static List<String> names(Trace trace) {
        return trace.points().stream().map(point -> point.name()).toList();
    }

    private static void complete(Runnable completion) throws InterruptedException {
        Thread other = new Thread(completion);
        other.start();
        other.join();
    }

    private record Returned(CompletableFuture<String> future) {}

    @FunctionalInterface
    private interface Check {
        void accept(Trace trace, Returned returned) throws Exception;
    }

    static class Stages {

        private final CompletableFuture<String> future = new CompletableFuture<>();

        CompletableFuture<String> future() {
            return future;
        }

        @Traced(value = "stage", showResult = true)
        public CompletionStage<String> stage() {
            return future;
        }

        @Traced("dependent")
        public CompletableFuture<Integer> dependent() {
            return future.thenApply(String::length);
        }

        @Traced("given")
        public CompletionStage<String> given(CompletionStage<String> given) {
            return given;
        }

        @Traced("nothing")
        public CompletionStage<String> nothing() {
            return null;
        }
    }

    private static final class Refusing extends CompletableFuture<String> {

        private final Class<? extends Throwable> refusal;

        Refusing(Class<? extends Throwable> refusal) {
            this.refusal = refusal;
        }

        @Override
        public CompletableFuture<String> whenComplete(BiConsumer<? super String, ? super Throwable> action) {
            throw thrown();
        }

        private Error thrown() {
            Throwable made = BeanUtils.instantiateClass(refusal);
            if (made instanceof RuntimeException exception) {
                throw exception;
            }
            return (Error) made;
        }
    }
}
