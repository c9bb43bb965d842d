// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/** Calls of traced methods from within their class, which no proxy sees. Read of the class file, by the names in it. */
public final class InsideCalls extends ClassVisitor {

    /** What a compiler calls the body of a lambda, before the name of the method that it is in. */
    private static final String LAMBDA = "lambda$";

    private final String owner;
    private final Set<String> traced;
    private final Set<String> found = new TreeSet<>();

    private InsideCalls(Class<?> type, Collection<Method> traced) {
        super(SpringAsmInfo.ASM_VERSION);
        this.owner = Type.getInternalName(type);
        this.traced = traced.stream()
                .map(method -> method.getName() + Type.getMethodDescriptor(method))
                .collect(Collectors.toSet());
    }

    /** As {@code save → check}; none, if the class file cannot be read. */
    public static List<String> of(Class<?> type, Collection<Method> traced) {
        InsideCalls calls = new InsideCalls(type, traced);
        ClassFile file = ClassFile.of(type);
        return file != null && file.show(calls) ? List.copyOf(calls.found) : List.of();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String caller, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        String name = caller.startsWith(LAMBDA) ? caller.split("\\$")[1] : caller;
        return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {
            @Override
            public void visitMethodInsn(int code, String of, String called, String calledWith, boolean isInterface) {
                see(name, of, called, calledWith);
            }

            @Override
            public void visitInvokeDynamicInsn(String made, String type, Handle by, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof Handle handle) {
                        see(name, handle.getOwner(), handle.getName(), handle.getDesc());
                    }
                }
            }
        };
    }

    private void see(String caller, String of, String called, String calledWith) {
        if (of.equals(owner) && traced.contains(called + calledWith) && !called.equals(caller)) {
            found.add(caller + " → " + called);
        }
    }
}
