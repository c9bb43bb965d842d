// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.trace.MessageStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PointcutPropertyTest {

    private final ApplicationContextRunner runner =
            ProfiledContext.runner(PlainStore.class, MarkedStore.class, Bystander.class, FinalStore.class);

    @Test
    void addsToWhatIsMarked() {
        runner.withPropertyValues("profiler.message-store.pointcut=execution(public * *..*Store.list(..))")
                .run(context -> {
                    PlainStore plain = context.getBean(PlainStore.class);
                    MarkedStore marked = context.getBean(MarkedStore.class);

                    assertThat(profile(context, plain::list).tree()).isEqualTo("message_store");
                    assertThat(profile(context, plain::other).tree()).isEmpty();
                    assertThat(profile(context, marked::list).tree()).isEqualTo("marked");
                    assertThat(AopUtils.isAopProxy(context.getBean(Bystander.class)))
                            .isFalse();
                });
    }

    @Test
    void doesNothingWhileItsLayerIsOff() {
        runner.withPropertyValues(
                        "profiler.trace-message-store=false",
                        "profiler.message-store.pointcut=execution(public * *..*Store.list(..))")
                .run(context -> assertThat(AopUtils.isAopProxy(context.getBean(PlainStore.class)))
                        .isFalse());
    }

    @Test
    void speaksOnlyOfFinalClassesThatItMatches(CapturedOutput output) {
        runner.withPropertyValues("profiler.message-store.pointcut=execution(public * *..*Store.list(..))")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output.toString().lines().filter(line -> line.contains("is not traced")))
                .singleElement()
                .asString()
                .contains(FinalStore.class.getName() + " is not traced, because the class is final");
    }

    static class PlainStore {

        public void list() {}

        public void other() {}
    }

    @MessageStore("marked")
    static class MarkedStore {

        public void list() {}
    }

    static class Bystander {

        public void list() {}
    }

    static final class FinalStore {

        public void list() {}
    }
}
