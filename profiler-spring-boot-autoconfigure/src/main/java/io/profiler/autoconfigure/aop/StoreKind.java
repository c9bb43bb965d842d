// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.lang.annotation.Annotation;

/**
 * What differs between the layers of stores.
 *
 * @param name as it is in the properties
 * @param annotation what marks the layer's beans
 */
record StoreKind<A extends Annotation>(String name, Class<A> annotation) {

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
