// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.util.Set;
import java.util.TreeSet;

/** A layer that is on: where its trace points are, and which beans have some. */
final class Layer {

    private final LayerText text;
    private final LayerMethods methods;
    private final Set<String> traced = new TreeSet<>();
    private boolean matched;

    Layer(LayerText text, LayerMethods methods) {
        this.text = text;
        this.methods = methods;
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

    synchronized void trace(String bean) {
        traced.add(bean);
    }

    synchronized boolean hasMatched() {
        return matched;
    }

    /** Names of the beans that are traced so far. */
    synchronized Set<String> traced() {
        return new TreeSet<>(traced);
    }
}
