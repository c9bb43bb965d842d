// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.util.ClassUtils;

/** What is in the code of a class, which its file has. */
final class ClassFile {

    private ClassFile() {}

    /**
     * Shows the visitor the class.
     *
     * @return whether it could be read
     */
    static boolean read(Class<?> type, ClassVisitor visitor) {
        try (InputStream file = type.getResourceAsStream(ClassUtils.getClassFileName(type))) {
            if (file == null) {
                return false;
            }
            new ClassReader(file).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return true;
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }
}
