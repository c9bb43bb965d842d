// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import java.util.List;

/** A page of subscriptions. */
record SubscriptionListView(List<SubscriptionView> subscriptions, List<Link> links) {}
