// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.autoconfigure.TraceSwitch;
import java.lang.annotation.Annotation;

/**
 * What differs between the layers of stores.
 *
 * @param name as it is in the properties
 * @param annotation what marks the layer's beans
 * @param traceSwitch what switches it on
 */
record StoreKind<A extends Annotation>(String name, Class<A> annotation, TraceSwitch traceSwitch) {

    String spanName() {
        return name + "_store";
    }

    String pointcutProperty() {
        return "profiler." + name + "-store.pointcut";
    }

    LayerText text() {
        return new LayerText(name + " store", name + " stores");
    }

    String adviceWithoutBeans() {
        return "'profiler.trace-" + name + "-store' is true, but there is no " + name + " store: mark beans with @"
                + annotation.getSimpleName() + ", or set '" + pointcutProperty() + "'";
    }
}
