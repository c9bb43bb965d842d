// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.claim;

import io.profiler.sample.web.message.MessageView;
import java.net.URI;
import java.util.List;

/** A claim as clients see it. */
record ClaimView(long age, long ttl, List<MessageView> messages, URI href) {}
