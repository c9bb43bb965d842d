// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import io.profiler.internal.Surrogates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The methods that were seen on stacks, by number. Not thread-safe. */
final class FrameTable {

    /** Names of generated classes have no end. */
    private static final int LONGEST_NAME = 300;

    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
    private final List<Frame> frames = new ArrayList<>();

    /**
     * A method.
     *
     * @param name {@code package.Class.method}
     * @param isNoise whether it tells a reader nothing unless it is on top
     * @param isNative whether nobody knows what it does while it is on top
     */
    record Frame(String name, Role role, boolean isNoise, boolean isNative) {

        static Frame of(String name, boolean isNative) {
            Role role = FrameRoles.of(name);
            return new Frame(name, role, Noise.is(name), isNative && role == Role.APPLICATION);
        }
    }

    synchronized int numberOf(StackTraceElement element) {
        Map<String, Integer> ofClass = numbers.get(element.getClassName());
        Integer known = ofClass == null ? null : ofClass.get(element.getMethodName());
        return known == null ? add(element) : known;
    }

    private int add(StackTraceElement element) {
        int number = frames.size();
        String name = element.getClassName() + '.' + element.getMethodName();
        frames.add(Frame.of(storable(name), element.isNativeMethod()));
        numbers.computeIfAbsent(element.getClassName(), missing -> new HashMap<>())
                .put(element.getMethodName(), number);
        return number;
    }

    /** Compilers may give names that no store has room for, or takes. */
    private static String storable(String name) {
        String shorter = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        return Surrogates.areIn(shorter) || shorter.indexOf('\0') >= 0
                ? shorter.replaceAll("[\\p{Cs}\\x00]", "\ufffd")
                : shorter;
    }

    synchronized boolean has(String className, String methodName) {
        return numbers.getOrDefault(className, Map.of()).containsKey(methodName);
    }

    synchronized Frame frame(int number) {
        return frames.get(number);
    }
}
