// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Modifier;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/**
 * Code of a class that asks whether something is the object itself, as {@code other != this}: so does one that calls all beans
 * of its type but itself, and would call itself without end by its proxy.
 */
final class SelfComparison extends ClassVisitor {

    /** Java's, and Kotlin's for {@code ==}. */
    private static final Set<String> EQUALS = Set.of("equals", "areEqual");

    private final Type type;
    private boolean found;

    private SelfComparison(Class<?> type) {
        super(SpringAsmInfo.ASM_VERSION);
        this.type = Type.getType(type);
    }

    /** Also where it cannot be ruled out. */
    static boolean isIn(ClassFile file) {
        SelfComparison comparison = new SelfComparison(file.type());
        return !file.show(comparison) || comparison.found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return hasItself(access, descriptor) ? new Code() : null;
    }

    /** As its first variable; Kotlin's lambdas are given it. */
    private boolean hasItself(int access, String descriptor) {
        return !Modifier.isStatic(access)
                || (access & Opcodes.ACC_SYNTHETIC) != 0 && descriptor.startsWith("(" + type.getDescriptor());
    }

    /** Operands that are a variable or the object itself; what takes more instructions to tell is not looked at. */
    private final class Code extends InstructionVisitor {

        private boolean lastIsThis;
        private boolean isThisBelowVariable;

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            found |= EQUALS.contains(name) && (lastIsThis || isThisBelowVariable);
            super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
        }

        @Override
        void visit(int opcode, int variable) {
            boolean isCompared = opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE;
            found |= isCompared && (lastIsThis || isThisBelowVariable);
            isThisBelowVariable = lastIsThis && opcode == Opcodes.ALOAD;
            lastIsThis = opcode == Opcodes.ALOAD && variable == 0;
        }
    }
}
