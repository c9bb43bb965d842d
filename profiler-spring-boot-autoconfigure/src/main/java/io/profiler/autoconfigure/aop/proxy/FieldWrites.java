// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/** Writes to a field in the code of its class, as the class file has them. */
final class FieldWrites extends ClassVisitor {

    private final Set<String> allowed;
    private final Field field;
    private boolean found;

    private FieldWrites(Collection<Executable> allowed, Field field) {
        super(SpringAsmInfo.ASM_VERSION);
        this.allowed = allowed.stream().map(FieldWrites::signature).collect(Collectors.toSet());
        this.field = field;
    }

    private static String signature(Executable executable) {
        return executable instanceof Method method
                ? method.getName() + Type.getMethodDescriptor(method)
                : "<init>" + Type.getConstructorDescriptor((Constructor<?>) executable);
    }

    /** Whether there may be some that are in none of these methods and constructors. */
    static boolean existBeside(Collection<Executable> allowed, Field field) {
        FieldWrites writes = new FieldWrites(allowed, field);
        for (Class<?> code : field.getDeclaringClass().getNestMembers()) {
            ClassFile file = ClassFile.of(code);
            if (file == null || !file.show(writes)) {
                return true;
            }
        }
        return writes.found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return allowed.contains(name + descriptor) ? null : new Code();
    }

    private final class Code extends MethodVisitor {

        private Code() {
            super(SpringAsmInfo.ASM_VERSION);
        }

        @Override
        public void visitFieldInsn(int code, String owner, String name, String descriptor) {
            found |= code == Opcodes.PUTFIELD
                    && name.equals(field.getName())
                    && owner.equals(Type.getInternalName(field.getDeclaringClass()));
        }
    }
}
