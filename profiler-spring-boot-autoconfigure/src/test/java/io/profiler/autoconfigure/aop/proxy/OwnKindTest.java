// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import static io.profiler.autoconfigure.kit.ProfiledContext.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.OnAndOff;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.trace.MessageStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Lazy;

/** Code that uses private members of another object of its kind, which may be a proxy. */
@ExtendWith(OutputCaptureExtension.class)
class OwnKindTest {

    interface Met extends Supplier<Object> {

        /** What the code sees of the bean when it is handed to it. */
        Object meet(Met bean);
    }

    static Stream<Class<? extends Met>> leftAlone() {
        return Stream.of(
                Compared.class,
                Copied.class,
                OfStatic.class,
                OfList.class,
                OfNested.class,
                OfProvider.class,
                Parent.class,
                Twin.class);
    }

    @ParameterizedTest
    @MethodSource("leftAlone")
    <T extends Met> void seesTheSameWhereStateChanges(Class<T> type, CapturedOutput output) {
        OnAndOff.assertSame(ProfiledContext.runner(type), type, bean -> {
            bean.get();
            return bean.meet(bean);
        });
        assertThat(output)
                .containsOnlyOnce(type.getName()
                        + " is not traced, because its field 'count' can be read past a proxy, and may change");
    }

    static Stream<Class<? extends Met>> traced() {
        return Stream.of(CopiedConstant.class, WithItself.class, LastRun.class, Alone.class);
    }

    @ParameterizedTest
    @MethodSource("traced")
    <T extends Met> void isTracedWhereStateNeverChanges(Class<T> type) {
        OnAndOff.assertSame(ProfiledContext.runner(type), type, bean -> bean.meet(bean));
        ProfiledContext.runner(type)
                .run(context -> assertThat(
                                profile(context, context.getBean(type)::get).tree())
                        .isEqualTo("message_store"));
    }

    @Test
    void isSeenByAClassAroundTheBeanToo() {
        OnAndOff.assertSame(ProfiledContext.runner(Counter.class, Reader.class), Reader.class, Reader::read);
    }

    @MessageStore
    static class Counter {
        private int count;

        public void hit() {
            count++;
        }
    }

    static class Reader {

        @Autowired
        private Counter counter;

        int read() {
            counter.hit();
            return counter.count;
        }
    }

    @MessageStore
    static class Twin implements Met {
        private int count = 4;

        @Override
        public Object get() {
            return ++count;
        }

        @Override
        public Object meet(Met bean) {
            return ((Twin) bean).count;
        }
    }

    @Test
    void isAskedOfTheWholeHierarchy() {
        assertThat(OwnKind.isMetBy(Child.class)).isTrue();
        assertThat(OwnKind.isMetBy(Alone.class)).isFalse();
    }

    @MessageStore
    static class Compared implements Met, Comparable<Compared> {
        private int count;

        @Override
        public Object get() {
            return ++count;
        }

        @Override
        public int compareTo(Compared other) {
            return Integer.compare(0, other.count);
        }

        @Override
        public Object meet(Met bean) {
            return compareTo((Compared) bean);
        }
    }

    @MessageStore
    static class Copied implements Met {
        private int count = 4;

        @Autowired
        Copied() {}

        private Copied(Copied other) {
            count = other.count;
        }

        @Override
        public Object get() {
            return ++count;
        }

        @Override
        public Object meet(Met bean) {
            return new Copied((Copied) bean).count;
        }
    }

    @MessageStore
    static class OfStatic implements Met {
        private int count = 4;

        private static int countOf(OfStatic one) {
            return one.count;
        }

        @Override
        public Object get() {
            return ++count;
        }

        @Override
        public Object meet(Met bean) {
            return countOf((OfStatic) bean);
        }
    }

    @MessageStore
    static class OfList implements Met {
        private final List<OfList> seen = new ArrayList<>();
        private int count = 4;

        @Override
        public Object get() {
            return ++count;
        }

        @Override
        public Object meet(Met bean) {
            seen.add((OfList) bean);
            return seen.get(0).secret(2);
        }

        private int secret(int factor) {
            return count * factor;
        }
    }

    @MessageStore
    static class OfNested implements Met {
        private int count = 4;

        @Override
        public Object get() {
            return ++count;
        }

        @Override
        public Object meet(Met bean) {
            return View.of(Map.of("one", (OfNested) bean));
        }

        static class View {
            static int of(Map<String, ? extends OfNested> all) {
                return ((OfNested) all.get("one")).count;
            }
        }
    }

    @MessageStore
    static class OfProvider implements Met {
        private final ObjectProvider<OfProvider> itself;
        private int count = 4;

        OfProvider(ObjectProvider<OfProvider> itself) {
            this.itself = itself;
        }

        @Override
        public Object get() {
            return ++count;
        }

        @Override
        public Object meet(Met bean) {
            return itself.getObject().count;
        }
    }

    @MessageStore
    static class Parent implements Met {
        private int count = 4;

        @Override
        public Object get() {
            return ++count;
        }

        @Override
        public Object meet(Met bean) {
            return countOf((Parent) bean);
        }

        private static <T extends Parent> int countOf(T parent) {
            return ((Parent) parent).count;
        }
    }

    static class Child extends Parent {}

    @MessageStore
    static class CopiedConstant implements Met {
        private final String name;

        @Autowired
        CopiedConstant() {
            this("constant");
        }

        CopiedConstant(CopiedConstant other) {
            this(other.name);
        }

        private CopiedConstant(String name) {
            this.name = name;
        }

        @Override
        public Object get() {
            return name;
        }

        @Override
        public Object meet(Met bean) {
            return new CopiedConstant((CopiedConstant) bean).name;
        }
    }

    @MessageStore
    static class WithItself implements Met {
        private final String name = "name";

        @Lazy
        @Autowired
        private WithItself itself;

        @Override
        public Object get() {
            return name;
        }

        @Override
        public Object meet(Met bean) {
            return itself.get() + ((WithItself) bean).secret();
        }

        private String secret() {
            return name;
        }
    }

    @MessageStore
    static class LastRun implements Met {

        @Lazy
        @Autowired
        private LastRun self;

        private volatile int lastRun;

        @Override
        public Object get() {
            return ++lastRun;
        }

        @Override
        public Object meet(Met bean) {
            return "" + self.get() + self.get();
        }
    }

    @MessageStore
    static class Alone implements Met {
        private int count;

        @Override
        public Object get() {
            Runnable counting = new Runnable() {
                @Override
                public void run() {
                    count++;
                }
            };
            counting.run();
            new Inner().count();
            return count;
        }

        @Override
        public Object meet(Met bean) {
            return get();
        }

        class Inner {
            void count() {
                count++;
            }
        }
    }
}
