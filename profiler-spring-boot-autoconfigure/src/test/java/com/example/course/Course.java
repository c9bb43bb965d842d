// SPDX-License-Identifier: Apache-2.0
package com.example.course;

/** A bean of which every method is a span, and works a little before, between and after what it calls. */
public class Course {

    private Course bean = this;
    private volatile long sink;

    /** Made by whoever puts spans around it. */
    public Course() {}

    /**
     * By which methods call each other.
     *
     * @param bean the proxy
     */
    public void setBean(Course bean) {
        this.bean = bean;
    }

    /**
     * Calls all of the others.
     *
     * @param nanos how long each works at a time
     */
    public void first(long nanos) {
        work(nanos);
        bean.second(nanos);
        work(nanos);
        bean.third(nanos);
        bean.again(4, nanos);
    }

    /**
     * Calls one.
     *
     * @param nanos how long it works at a time
     */
    public void second(long nanos) {
        work(nanos);
        bean.last(nanos);
        work(nanos);
    }

    /**
     * Calls one in a loop.
     *
     * @param nanos how long it works at a time
     */
    public void third(long nanos) {
        for (int i = 0; i < 3; i++) {
            bean.last(nanos);
        }
        work(nanos);
    }

    /**
     * Calls itself.
     *
     * @param depth how often
     * @param nanos how long it works at a time
     */
    public void again(int depth, long nanos) {
        work(nanos);
        if (depth > 0) {
            bean.again(depth - 1, nanos);
        }
        work(nanos);
    }

    /**
     * Calls none.
     *
     * @param nanos how long it works
     */
    public void last(long nanos) {
        work(nanos);
    }

    private void work(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            sink += step((int) end);
        }
    }

    private static int step(int seed) {
        int value = seed;
        for (int i = 0; i < 50; i++) {
            value = value * 1_103_515_245 + 12_345;
        }
        return value;
    }
}
