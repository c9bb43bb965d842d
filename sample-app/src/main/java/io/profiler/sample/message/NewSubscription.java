// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.JsonText;

/** A subscription to be made. */
public record NewSubscription(String subscriber, long ttlSeconds, JsonText options) {}
