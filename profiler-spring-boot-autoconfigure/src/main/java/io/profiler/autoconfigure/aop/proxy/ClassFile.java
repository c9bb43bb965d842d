// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.util.ClassUtils;

/** What is in the code of a class, which its file has. It is read once for all who look at it, and kept by nobody for long. */
final class ClassFile {

    private final Class<?> type;
    private final ClassReader code;

    private ClassFile(Class<?> type, ClassReader code) {
        this.type = type;
        this.code = code;
    }

    /** Null where there is none, as of a class that was made while the application runs, or none of a version that is known. */
    static @Nullable ClassFile of(Class<?> type) {
        try (InputStream file = type.getResourceAsStream(ClassUtils.getClassFileName(type))) {
            return file == null ? null : new ClassFile(type, new ClassReader(file));
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    Class<?> type() {
        return type;
    }

    /**
     * Shows the visitor the class.
     *
     * @return whether the visitor has seen all of it; else nobody knows what is in the rest
     */
    boolean show(ClassVisitor visitor) {
        try {
            code.accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
