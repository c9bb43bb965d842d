// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.message;

import java.net.URI;
import java.util.List;

/** Where posted messages are. */
record PostedMessagesView(List<URI> resources) {}
