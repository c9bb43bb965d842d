// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import java.util.List;

/** A page of flavors. */
record FlavorListView(List<Link> links, List<FlavorView> flavors) {}
