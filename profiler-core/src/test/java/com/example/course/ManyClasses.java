// SPDX-License-Identifier: Apache-2.0
package com.example.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** As many classes as one wants: the same one, by many loaders. */
final class ManyClasses {

    private static final int COUNT = 400;

    private final List<ClassLoader> loaders = new ArrayList<>();

    ManyClasses() {
        byte[] code = code();
        for (int i = 0; i < COUNT; i++) {
            loaders.add(new ForOne(code));
        }
    }

    private static byte[] code() {
        try (InputStream code = Rivals.class.getResourceAsStream("Rivals.class")) {
            return code.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void load() throws ClassNotFoundException {
        for (ClassLoader loader : loaders) {
            Class.forName(Rivals.class.getName(), false, loader);
        }
    }

    private static final class ForOne extends ClassLoader {

        private final byte[] code;

        private ForOne(byte[] code) {
            super(null);
            this.code = code;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return defineClass(name, code, 0, code.length);
        }
    }
}
