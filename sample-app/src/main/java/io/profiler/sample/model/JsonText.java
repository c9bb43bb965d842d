// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.model;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A JSON value as text. What clients send is kept this way: as BSON, keys with dots or dollar signs and values that look
 * like references would not come back as they were sent.
 */
public record JsonText(@JsonValue @JsonRawValue String value) {

    @Override
    public String toString() {
        return value;
    }
}
