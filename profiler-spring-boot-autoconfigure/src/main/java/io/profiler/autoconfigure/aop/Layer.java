// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.TraceSwitch;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A layer that is on: where its trace points are, and which beans have some. */
final class Layer {

    /** A bean that is made again and again may have another name each time. */
    static final int MOST_BEANS = 10_000;

    private final TraceSwitch traceSwitch;
    private final LayerText text;
    private final LayerMethods methods;
    private final Map<String, BeanMethods> traced = new TreeMap<>();
    private boolean matched;

    Layer(TraceSwitch traceSwitch, LayerText text, LayerMethods methods) {
        this.traceSwitch = traceSwitch;
        this.text = text;
        this.methods = methods;
    }

    TraceSwitch traceSwitch() {
        return traceSwitch;
    }

    LayerMethods methods() {
        return methods;
    }

    LayerText text() {
        return text;
    }

    /** A bean has trace points of this layer, whether or not it can be traced. */
    synchronized void match() {
        matched = true;
    }

    synchronized void trace(String bean, BeanMethods methods) {
        if (traced.size() < MOST_BEANS) {
            traced.put(bean, methods);
        }
    }

    synchronized boolean hasMatched() {
        return matched;
    }

    /** Names of the beans that are traced so far. */
    Set<String> traced() {
        return beans().keySet();
    }

    /** The same, with what is traced of each. */
    synchronized Map<String, BeanMethods> beans() {
        return new TreeMap<>(traced);
    }
}
