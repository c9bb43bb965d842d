// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.util.List;

/** A property, by its canonical name and what it is bound to. */
record KnownProperty(String name, RecordComponent component) {

    boolean isSwitch() {
        return component.getType() == boolean.class;
    }

    boolean isList() {
        return component.getType() == List.class;
    }

    boolean isText() {
        return isList() || component.getType() == String.class;
    }
}
