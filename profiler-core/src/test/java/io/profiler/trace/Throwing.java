// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.TreeMap;

/** Values that throw when somebody looks at them. */
enum Throwing {
    ASSERTION {
        @Override
        Object make() {
            return new Thrower(new AssertionError());
        }
    },
    OUT_OF_MEMORY {
        @Override
        Object make() {
            return new Thrower(new OutOfMemoryError("fake"));
        }
    },
    ENDLESS_RECURSION {
        @Override
        Object make() {
            return new Endless();
        }
    },
    NO_TEXT {
        @Override
        Object make() {
            return new NoText();
        }
    },
    CHANGED_MEANWHILE {
        @Override
        Object make() {
            return new Thrower(new ConcurrentModificationException());
        }
    },
    ELEMENTS {
        @Override
        Object make() {
            return new ArrayList<>(List.of(new Thrower(new LinkageError()), "b", new Endless()));
        }
    },
    KEYS {
        @Override
        Object make() {
            TreeMap<Comparable<?>, Object> map = new TreeMap<>();
            map.put(new ThrowingKey(), "v");
            return map;
        }
    };

    abstract Object make();

    private record Thrower(Throwable thrown) {
        @Override
        public String toString() {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }

    private static final class Endless {
        @Override
        public String toString() {
            return "e" + this;
        }
    }

    private static final class NoText {
        @Override
        public String toString() {
            return null;
        }
    }

    private record ThrowingKey() implements Comparable<ThrowingKey> {
        @Override
        public int compareTo(ThrowingKey other) {
            return 0;
        }

        @Override
        public String toString() {
            throw new UnsupportedOperationException();
        }
    }
}
