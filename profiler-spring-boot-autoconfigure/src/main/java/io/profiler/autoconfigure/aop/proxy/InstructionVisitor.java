// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import org.springframework.asm.Handle;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/** Sees the instructions of a method one after the other, each by its code. */
abstract class InstructionVisitor extends MethodVisitor {

    /** What an instruction has that names no variable. */
    static final int NO_VARIABLE = -1;

    InstructionVisitor() {
        super(SpringAsmInfo.ASM_VERSION);
    }

    /** @param variable of an instruction that reads or writes a variable, its number */
    abstract void visit(int opcode, int variable);

    @Override
    public void visitInsn(int opcode) {
        visit(opcode, NO_VARIABLE);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        visit(opcode, NO_VARIABLE);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        visit(opcode, variable);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        visit(opcode, NO_VARIABLE);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        visit(opcode, NO_VARIABLE);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        visit(opcode, NO_VARIABLE);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        visit(Opcodes.INVOKEDYNAMIC, NO_VARIABLE);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        visit(opcode, NO_VARIABLE);
    }

    @Override
    public void visitLdcInsn(Object value) {
        visit(Opcodes.LDC, NO_VARIABLE);
    }
}
