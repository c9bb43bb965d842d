// SPDX-License-Identifier: Apache-2.0
package com.example.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The work of a request of which is known what it spends its time on: by the clock, around each thing that it does. */
public final class Course {

    /** What is done, in this order. */
    public enum Step {
        MONITOR,
        LOCK,
        SOCKET,
        SLEEP,
        COLLECTION,
        CLASSES,
        ARITHMETIC
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long SLEEP_MILLIS = 40;
    private static final long ARITHMETIC_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int OBJECTS = 100_000;

    private final Rivals rivals = new Rivals();
    private final ManyClasses classes = new ManyClasses();
    private final List<Object> heap = new ArrayList<>();
    private final Map<Step, Long> micros = new LinkedHashMap<>();
    private double sum;

    /** All that it is to wait for is there before the request begins. */
    public Course() {
        for (int i = 0; i < OBJECTS; i++) {
            heap.add(new int[] {i});
        }
    }

    /** Takes the steps. */
    public void run() {
        step(Step.MONITOR, rivals::enterMonitor);
        step(Step.LOCK, rivals::takeLock);
        step(Step.SOCKET, rivals::readAnswer);
        step(Step.SLEEP, () -> Thread.sleep(SLEEP_MILLIS));
        step(Step.COLLECTION, System::gc);
        step(Step.CLASSES, classes::load);
        step(Step.ARITHMETIC, this::calculate);
    }

    private interface Work {
        void run() throws IOException, InterruptedException, ReflectiveOperationException;
    }

    private void step(Step step, Work work) {
        long began = System.nanoTime();
        try {
            work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException | ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
        micros.put(step, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
    }

    /** By the processor's time where the JVM knows it, and by the clock on a virtual thread. */
    private void calculate() {
        long began = now();
        while (now() - began < ARITHMETIC_NANOS) {
            for (int i = 0; i < 1_000; i++) {
                sum += Math.sqrt(sum + i);
            }
        }
    }

    private static long now() {
        long processor = THREADS.getCurrentThreadCpuTime();
        return processor < 0 ? System.nanoTime() : processor;
    }

    /** {@return how long each step took by the clock} */
    public Map<Step, Long> micros() {
        return Map.copyOf(micros);
    }

    /** {@return something that depends on all that was done} */
    public double result() {
        return sum + heap.size();
    }
}
