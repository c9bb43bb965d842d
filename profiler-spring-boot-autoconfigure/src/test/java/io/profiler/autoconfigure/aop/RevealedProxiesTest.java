// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.profiler.autoconfigure.kit.OnAndOff;
import io.profiler.autoconfigure.kit.ProfiledContext;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Service;

/** Services of an application that would notice a proxy, though nobody reads anything of them. */
class RevealedProxiesTest {

    @Test
    void aCompositeDoesNotCallItself() {
        OnAndOff.assertSame(ProfiledContext.runner(All.class, One.class), All.class, Part::count);
        OnAndOff.assertSame(ProfiledContext.runner(Others.class, One.class), Others.class, Part::count);
    }

    @Test
    void anExceptionThatNoMethodDeclaresStaysWhatItIs() {
        OnAndOff.assertSame(
                ProfiledContext.runner(Sneaky.class),
                Sneaky.class,
                bean -> catchThrowable(bean::read).getClass());
    }

    /** The type that Spring hands to the servlet container. */
    @Test
    void aWebSocketEndpointHasItsAnnotation() {
        ProfiledContext.runner(Endpoint.class)
                .run(context -> assertThat(context.getType(context.getBeanNamesForType(Endpoint.class)[0])
                                .getDeclaredAnnotation(ServerEndpoint.class))
                        .isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "java/io/IOException, true",
        "java/lang/Throwable, true",
        "java/lang/IllegalStateException, false",
        "java/lang/OutOfMemoryError, false",
        "com/example/Missing, false"
    })
    void aHandlerThatThrowsWhatItHasCaughtIsLombok(String caught, boolean undeclared) {
        assertThat(UndeclaredExceptions.mayBeThrownBy(file(classThatRethrows(caught))))
                .isEqualTo(undeclared);
    }

    @Test
    void anExceptionOfALibraryThatIsNotThereHidesNoOther() {
        Class<?> type = classThatRethrows("com/example/Missing", "java/io/IOException");

        assertThat(UndeclaredExceptions.mayBeThrownBy(file(type))).isTrue();
    }

    @Test
    void resourcesThatAreClosedAreNoSuchHandler() {
        assertThat(UndeclaredExceptions.mayBeThrownBy(file(Closing.class))).isFalse();
    }

    private static ClassFile file(Class<?> type) {
        return Objects.requireNonNull(ClassFile.of(type));
    }

    /** As Lombok leaves it, which Java's compiler would refuse. */
    private static Class<?> classThatRethrows(String... caught) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_6, Opcodes.ACC_PUBLIC, "Rethrowing", null, "java/lang/Object", null);
        for (String one : caught) {
            addMethodThatRethrows(writer, one);
        }
        writer.visitEnd();
        return new InMemory(writer.toByteArray()).define();
    }

    private static void addMethodThatRethrows(ClassWriter writer, String caught) {
        String name = "read" + caught.replace('/', '_');
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, name, "()V", null, null);
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        code.visitTryCatchBlock(start, end, handler, caught);
        code.visitLabel(start);
        code.visitInsn(Opcodes.NOP);
        code.visitLabel(end);
        code.visitInsn(Opcodes.RETURN);
        code.visitLabel(handler);
        code.visitVarInsn(Opcodes.ASTORE, 1);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitInsn(Opcodes.ATHROW);
        code.visitMaxs(1, 2);
        code.visitEnd();
    }

    private static final class InMemory extends ClassLoader {

        private final byte[] file;

        InMemory(byte[] file) {
            super(InMemory.class.getClassLoader());
            this.file = file;
        }

        Class<?> define() {
            return defineClass("Rethrowing", file, 0, file.length);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return name.equals("Rethrowing.class") ? new ByteArrayInputStream(file) : super.getResourceAsStream(name);
        }
    }

    interface Part {

        int count();
    }

    @Service
    static class One implements Part {

        @Override
        public int count() {
            return 1;
        }
    }

    @Service
    static class All implements Part {

        private final ListableBeanFactory beans;

        All(ListableBeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public int count() {
            return beans.getBeansOfType(Part.class).values().stream()
                    .filter(part -> part != this)
                    .mapToInt(Part::count)
                    .sum();
        }
    }

    @Service
    static class Others implements Part {

        private final ListableBeanFactory beans;

        Others(ListableBeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public int count() {
            int sum = 0;
            for (Part part : beans.getBeansOfType(Part.class).values()) {
                sum += part.equals(this) ? 0 : part.count();
            }
            return sum;
        }
    }

    @Service
    static class Sneaky {

        public String read() {
            throw Sneaky.<RuntimeException>sneakyThrow(new IOException("no file"));
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> E sneakyThrow(Throwable error) throws E {
            throw (E) error;
        }
    }

    @Service
    @ServerEndpoint("/x")
    static class Endpoint {

        @OnMessage
        public String answer(String message) {
            return message;
        }
    }

    static class Closing {

        public int read() {
            try (Closed closed = new Closed()) {
                return closed.hashCode();
            } finally {
                synchronized (this) {
                    hashCode();
                }
            }
        }
    }

    static final class Closed implements AutoCloseable {

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
