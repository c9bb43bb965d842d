// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The subscription that a client has just made. */
record CreatedSubscriptionView(
        @JsonProperty("subscription_id") String id) {}
