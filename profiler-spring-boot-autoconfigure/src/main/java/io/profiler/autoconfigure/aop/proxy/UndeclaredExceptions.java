// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.core.KotlinDetector;
import org.springframework.util.ClassUtils;

/**
 * Checked exceptions that methods of a class throw and do not declare, as {@code @SneakyThrows} has it: Spring's proxies wrap
 * them, other than those of Kotlin's classes. Known by handlers that do nothing but throw what they have caught, and by calls
 * that are there to throw it.
 */
final class UndeclaredExceptions extends ClassVisitor {

    private static final Set<String> THROWING =
            Set.of("sneakyThrow", "sneakyThrows", "sneakyRethrow", "throwUnchecked", "rethrow");

    private static final int NONE = -1;

    private final @Nullable ClassLoader loader;
    private boolean found;

    private UndeclaredExceptions(@Nullable ClassLoader loader) {
        super(SpringAsmInfo.ASM_VERSION);
        this.loader = loader;
    }

    static boolean mayBeThrownBy(ClassFile file) {
        if (KotlinDetector.isKotlinType(file.type())) {
            return false;
        }
        UndeclaredExceptions exceptions = new UndeclaredExceptions(file.type().getClassLoader());
        return !file.show(exceptions) || exceptions.found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return exceptions == null || exceptions.length == 0 ? new Code() : null;
    }

    private boolean isChecked(String exception) {
        try {
            Class<?> type = ClassUtils.forName(Type.getObjectType(exception).getClassName(), loader);
            return !RuntimeException.class.isAssignableFrom(type) && !Error.class.isAssignableFrom(type);
        } catch (ClassNotFoundException | LinkageError ofALibraryThatIsNotThere) {
            return false;
        }
    }

    private final class Code extends InstructionVisitor {

        private final Set<Label> handlers = new HashSet<>();
        private boolean atHandler;
        private int caught = NONE;
        private boolean isThrown;

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String exception) {
            if (exception != null && isChecked(exception)) {
                handlers.add(handler);
            }
        }

        @Override
        public void visitLabel(Label label) {
            atHandler |= handlers.contains(label);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            if (opcode == Opcodes.INVOKESTATIC && THROWING.contains(name)) {
                found = true;
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
        }

        @Override
        void visit(int opcode, int variable) {
            found |= opcode == Opcodes.ATHROW && isThrown;
            isThrown = opcode == Opcodes.ALOAD && variable == caught;
            caught = atHandler && opcode == Opcodes.ASTORE ? variable : isThrown ? caught : NONE;
            atHandler = false;
        }
    }
}
