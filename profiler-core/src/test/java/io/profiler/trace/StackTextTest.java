// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StackTextTest {

    private static final StackTraceElement SERVICE = frame("shop.Orders", "place", 42);
    private static final StackTraceElement CONTROLLER = frame("shop.OrderController", "post", 17);
    private static final StackTraceElement[] FRAMEWORK = IntStream.range(0, 9)
            .mapToObj(i -> frame("org.springframework.web.Dispatcher", "doDispatch", i))
            .toArray(StackTraceElement[]::new);

    private final ErrorStacks stacks = new ErrorStacks();
    private final ArgumentCapture capture = ArgumentCapture.disabled();

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(type, method, type.substring(type.lastIndexOf('.') + 1) + ".java", line);
    }

    private static <T extends Throwable> T thrown(T error, Object... frames) {
        error.setStackTrace(Stream.of(frames)
                .flatMap(frame -> frame instanceof StackTraceElement[] several
                        ? Stream.of(several)
                        : Stream.of((StackTraceElement) frame))
                .toArray(StackTraceElement[]::new));
        return error;
    }

    @Test
    void framesOfLibrariesAreFoldedButThoseAtTheThrow() {
        Exception error = thrown(
                new NumberFormatException("x"),
                frame("java.lang.Integer", "parseInt", 652),
                SERVICE,
                frame("shop.Orders$$SpringCGLIB$$0", "place", -1),
                CONTROLLER,
                FRAMEWORK);

        assertThat(stacks.tellOnce(error, capture)).isEqualTo("""
                at java.lang.Integer.parseInt(Integer.java:652)
                at shop.Orders.place(Orders.java:42)
                … 1 frames of libraries
                at shop.OrderController.post(OrderController.java:17)
                … 9 frames of libraries""");
    }

    @Test
    void causesTellWhatTheyHaveOfTheirOwnAndNoSecret() {
        Exception cause = thrown(
                new IllegalStateException("mongodb://app:hunter2hunter2@host/db is away"),
                frame("com.mongodb.Client", "connect", 1),
                SERVICE,
                CONTROLLER);
        Exception error = thrown(new RuntimeException(cause), frame("shop.Orders", "wrap", 50), CONTROLLER);

        assertThat(stacks.tellOnce(error, capture)).isEqualTo("""
                at shop.Orders.wrap(Orders.java:50)
                at shop.OrderController.post(OrderController.java:17)
                Caused by: java.lang.IllegalStateException: mongodb://***@host/db is away
                at com.mongodb.Client.connect(Client.java:1)
                at shop.Orders.place(Orders.java:42)
                … 1 more frames""");
    }

    @Test
    void messagesOfCausesCanBeKeptOutAndStacksThemselves() {
        Exception error = thrown(new RuntimeException(thrown(new IllegalStateException("secret"))), SERVICE);
        ArgumentCapture withoutMessages =
                ArgumentCapture.of(new CaptureSettings(false, true, true, false, true, List.of(), List.of(), true, 99));
        ArgumentCapture withoutStacks =
                ArgumentCapture.of(new CaptureSettings(false, true, true, true, false, List.of(), List.of(), true, 99));

        assertThat(stacks.tellOnce(error, withoutStacks)).isNull();
        assertThat(stacks.tellOnce(error, withoutMessages)).endsWith("Caused by: java.lang.IllegalStateException");
    }

    @Test
    void anErrorTellsOnceAlsoWhereItIsTheCauseOfAnother() {
        Exception cause = thrown(new IllegalStateException("a"), SERVICE);

        assertThat(stacks.tellOnce(cause, capture)).isNotNull();
        assertThat(stacks.tellOnce(cause, capture)).isNull();
        assertThat(stacks.tellOnce(new RuntimeException(cause), capture)).isNull();
        assertThat(stacks.tellOnce(new IllegalStateException("a"), capture)).isNotNull();
        assertThat(new ErrorStacks().tellOnce(cause, capture)).isNotNull();
    }

    @Test
    void manyErrorsAndDeepOnesAndLongNamesAreBounded() {
        Exception deep = thrown(
                new Exception(),
                IntStream.range(0, 1_000)
                        .mapToObj(i -> frame("shop." + "Long".repeat(500), "recurse", i))
                        .toArray());
        assertThat(stacks.tellOnce(deep, capture))
                .hasSizeLessThanOrEqualTo(8_001)
                .endsWith("…");
        Exception looping = new Exception("outer");
        looping.initCause(new Exception("inner", looping));
        assertThat(stacks.tellOnce(looping, capture)).containsOnlyOnce("Caused by: ");

        List<String> told = IntStream.range(0, 100)
                .mapToObj(i -> String.valueOf(stacks.tellOnce(thrown(new Exception(), SERVICE), capture)))
                .filter(stack -> stack.startsWith("at "))
                .toList();
        assertThat(told).hasSize(14);
    }

    @Test
    void springsOwnSamplesAreApplications() {
        Exception error = thrown(
                new Exception(),
                frame("org.springframework.samples.petclinic.OwnerController", "find", 7),
                FRAMEWORK[0]);

        assertThat(stacks.tellOnce(error, capture))
                .contains("at org.springframework.samples.petclinic.OwnerController.find")
                .endsWith("… 1 frames of libraries");
    }
}
