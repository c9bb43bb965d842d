// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.subscription;

import io.profiler.sample.web.url.Link;
import java.util.List;

/** A page of subscriptions. */
record SubscriptionListView(List<SubscriptionView> subscriptions, List<Link> links) {}
