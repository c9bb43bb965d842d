// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.OnAndOff;
import io.profiler.autoconfigure.kit.OnAndOff.Look;
import io.profiler.autoconfigure.kit.PackagePrivateBase;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.trace.MessageStore;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** State of a bean that others read without a method that a proxy could pass on. */
@ExtendWith(OutputCaptureExtension.class)
class ReachableStateTest {

    @Test
    void aFieldThatNeverChangesIsInTheProxyToo() {
        assertTraced(Constant.class, bean -> bean.topics.size() + bean.name + bean.logger.length());
    }

    @Test
    void aFieldThatIsInjectedIsInTheProxyToo() {
        assertTraced(Injected.class, bean -> bean.name.get() + bean.limit);
    }

    @Test
    void soIsOneThatAConstructorOrASetterGetsInjected() {
        assertTraced(Handed.class, bean -> bean.byConstructor.get() + bean.bySetter.get());
    }

    @Test
    void aCounterThatAConstructorBeginsLeavesTheBeanAlone(CapturedOutput output) {
        assertLeftAlone(output, Begun.class, "its field 'limit' can be read past a proxy, and may change", bean -> {
            bean.get();
            return bean.limit;
        });
    }

    @Test
    void soDoesOneThatIsHandedInAndWrittenAgain(CapturedOutput output) {
        assertLeftAlone(output, Reloaded.class, "its field 'named' can be read past a proxy, and may change", bean -> {
            bean.reload();
            return bean.named.getClass();
        });
    }

    @Test
    void aFieldThatMayChangeLeavesTheBeanAlone(CapturedOutput output) {
        assertLeftAlone(output, Changing.class, "its field 'limit' can be read past a proxy, and may change", bean -> {
            bean.grow();
            return bean.limit;
        });
    }

    @Test
    void aFieldThatIsWrittenFromOutsideLeavesTheBeanAlone(CapturedOutput output) {
        assertLeftAlone(output, Changing.class, "its field 'limit' can be read past a proxy, and may change", bean -> {
            bean.limit = 3;
            return bean.limit();
        });
    }

    @Test
    void aMethodThatOnlyAnotherPackageSeesLeavesTheBeanAlone(CapturedOutput output) {
        String reason =
                "its method 'size' is seen by the package " + PackagePrivateBase.class.getPackageName() + " alone";
        assertLeftAlone(output, OutOfSight.class, reason, PackagePrivateBase::sizeOf);
    }

    @Test
    void methodsOfItsOwnPackageAreNoObstacle() {
        assertTraced(Hooks.class, bean -> bean.seenByPackage() + bean.seenBySubclasses());
    }

    private static <T extends Supplier<String>> void assertTraced(Class<T> type, Look<T> look) {
        OnAndOff.assertSame(ProfiledContext.runner(Named.class, type), type, look);
        ProfiledContext.runner(Named.class, type)
                .run(context -> assertThat(
                                profile(context, context.getBean(type)::get).tree())
                        .isEqualTo("message_store"));
    }

    private static <T extends Supplier<String>> void assertLeftAlone(
            CapturedOutput output, Class<T> type, String reason, Look<T> look) {
        OnAndOff.assertSame(ProfiledContext.runner(Named.class, type), type, look);
        assertThat(output).containsOnlyOnce(type.getName() + " is not traced, because " + reason);
    }

    static class Named implements Supplier<String> {

        @Override
        public String get() {
            return "named";
        }
    }

    @MessageStore
    abstract static class Store implements Supplier<String> {

        protected final String logger = getClass().getName();

        @Override
        public String get() {
            return "got";
        }
    }

    @MessageStore
    static class Constant extends Store {

        public final List<String> topics = List.of("a", "b");
        final String name = "name";
        private int calls;

        @Override
        public String get() {
            return "call " + ++calls;
        }
    }

    @MessageStore
    static class Injected extends Store {

        @Autowired
        Named name;

        @Value("${limit:7}")
        protected int limit;
    }

    @MessageStore
    static class Handed extends Store {

        protected Named byConstructor;
        Named bySetter = new Named();

        Handed(Named named) {
            this.byConstructor = named;
        }

        @Autowired
        void setBySetter(Named named) {
            this.bySetter = named;
        }
    }

    @MessageStore
    static class Reloaded extends Store {

        Named named;

        Reloaded(Named named) {
            this.named = named;
        }

        public void reload() {
            Runnable later = () -> named = new Named() {};
            later.run();
        }
    }

    @MessageStore
    static class Begun extends Store {

        int limit;

        Begun(@Value("${limit:7}") int limit) {
            this.limit = limit;
        }

        @Override
        public String get() {
            return "call " + ++limit;
        }
    }

    @MessageStore
    static class Changing extends Store {

        int limit = 7;

        public void grow() {
            limit++;
        }

        public int limit() {
            return limit;
        }
    }

    @MessageStore
    static class OutOfSight extends PackagePrivateBase implements Supplier<String> {

        @Override
        public String get() {
            return "got";
        }
    }

    @MessageStore
    static class Hooks extends Store {

        private String state = "changed";

        String seenByPackage() {
            return state;
        }

        protected String seenBySubclasses() {
            return state += "!";
        }
    }
}
