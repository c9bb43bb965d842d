// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

class UndeclaredExceptionsTest {

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
