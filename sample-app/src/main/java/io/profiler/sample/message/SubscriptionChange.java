// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.JsonText;
import org.jspecify.annotations.Nullable;

/** New values for the fields of a subscription; null leaves a field as it is. */
public record SubscriptionChange(
        @Nullable String subscriber,
        @Nullable Long ttlSeconds,
        @Nullable JsonText options) {

    public boolean isEmpty() {
        return subscriber == null && ttlSeconds == null && options == null;
    }
}
