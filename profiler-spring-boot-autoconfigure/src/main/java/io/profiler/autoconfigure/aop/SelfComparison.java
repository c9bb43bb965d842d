// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/**
 * Code of a class that asks whether something is the object itself, as {@code other != this}: so does one that calls all beans
 * of its type but itself, and would call itself without end by its proxy.
 */
final class SelfComparison extends ClassVisitor {

    private boolean found;

    private SelfComparison() {
        super(SpringAsmInfo.ASM_VERSION);
    }

    static boolean isIn(Class<?> type) {
        SelfComparison comparison = new SelfComparison();
        ClassFile.read(type, comparison);
        return comparison.found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return Modifier.isStatic(access) ? null : new Code();
    }

    /** Operands that are a variable or the object itself; what takes more instructions to tell is not looked at. */
    private final class Code extends InstructionVisitor {

        private boolean lastIsThis;
        private boolean isThisBelowVariable;

        @Override
        void visit(int opcode, int variable) {
            boolean isCompared = opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE;
            found |= isCompared && (lastIsThis || isThisBelowVariable);
            isThisBelowVariable = lastIsThis && opcode == Opcodes.ALOAD;
            lastIsThis = opcode == Opcodes.ALOAD && variable == 0;
        }
    }
}
