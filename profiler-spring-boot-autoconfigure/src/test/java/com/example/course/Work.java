// SPDX-License-Identifier: Apache-2.0
package com.example.course;

/** Work of a method that is a span, under its name: wherever it is done, the stack says whose it is. */
public final class Work {

    private static final long NANOS = 4_000_000;

    private static volatile long sink;

    private Work() {}

    /** Done by a service, on whatever thread it has chosen. */
    public static int price(int of) {
        return work(of);
    }

    /** Done by a service that waits before. */
    public static int late(int of) {
        return work(of);
    }

    /** Done by a service for each of several. */
    public static int each(int of) {
        return work(of);
    }

    /** Done by a repository, and by whoever calls it in no other way than by a proxy. */
    public static int find(int of) {
        return work(of);
    }

    /** Done by a controller after what it has called. */
    public static int hops(int of) {
        return work(of);
    }

    /** Done by a controller for each of several, between those of others. */
    public static int fan(int of) {
        return work(of);
    }

    /** Done by a controller for each of several, one after the other. */
    public static int stream(int of) {
        return work(of);
    }

    /** Done by a controller on a thread that may be blocked. */
    public static int blocking(int of) {
        return work(of);
    }

    /** Done by a controller with what two others have come to. */
    public static int zip(int of) {
        return work(of);
    }

    private static int work(int of) {
        long end = System.nanoTime() + NANOS;
        int value = of;
        while (System.nanoTime() - end < 0) {
            value = step(value);
            sink += value;
        }
        return of;
    }

    private static int step(int seed) {
        int value = seed;
        for (int i = 0; i < 50; i++) {
            value = value * 1_103_515_245 + 12_345;
        }
        return value;
    }
}
