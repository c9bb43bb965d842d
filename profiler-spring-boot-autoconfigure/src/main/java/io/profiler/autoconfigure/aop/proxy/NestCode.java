// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/**
 * Code that uses private members of objects of certain classes, whoever gave it these: what is nested with them names such a
 * member, and what is in the classes themselves casts to one of them.
 */
final class NestCode extends ClassVisitor {

    /** Where a suspending function keeps itself, among others, until it is resumed. */
    private static final Pattern KEPT_BY_KOTLIN = Pattern.compile("L\\$\\d+");

    private final Set<String> castsTo;
    private final Set<String> privateMembers;
    private boolean found;

    private NestCode(Collection<Class<?>> kinds, boolean isOfKind) {
        super(SpringAsmInfo.ASM_VERSION);
        this.castsTo = isOfKind ? kinds.stream().map(Type::getInternalName).collect(Collectors.toSet()) : Set.of();
        this.privateMembers = isOfKind
                ? Set.of()
                : kinds.stream().flatMap(NestCode::privateMembers).collect(Collectors.toSet());
    }

    /** @param code one of the nest of such a class */
    static boolean meetsOneOf(Collection<Class<?>> kinds, Class<?> code) {
        NestCode visitor = new NestCode(kinds, kinds.contains(code));
        ClassFile file = ClassFile.of(code);
        return file != null && (!file.show(visitor) || visitor.found);
    }

    private static Stream<String> privateMembers(Class<?> kind) {
        return Stream.<Member>concat(Arrays.stream(kind.getDeclaredFields()), Arrays.stream(kind.getDeclaredMethods()))
                .filter(member -> Modifier.isPrivate(member.getModifiers()))
                .map(member -> Type.getInternalName(kind) + '.' + member.getName());
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Code();
    }

    private final class Code extends InstructionVisitor {

        private boolean isResumed;

        @Override
        public void visitTypeInsn(int opcode, String type) {
            found |= opcode == Opcodes.CHECKCAST && castsTo.contains(type) && !isResumed;
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            found |= opcode != Opcodes.GETSTATIC && opcode != Opcodes.PUTSTATIC && isPrivate(owner, name);
            super.visitFieldInsn(opcode, owner, name, descriptor);
            isResumed = KEPT_BY_KOTLIN.matcher(name).matches();
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            found |= opcode != Opcodes.INVOKESTATIC && isPrivate(owner, name);
            super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
        }

        @Override
        void visit(int opcode, int variable) {
            isResumed = false;
        }

        private boolean isPrivate(String owner, String name) {
            return privateMembers.contains(owner + '.' + name);
        }
    }
}
