// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import java.util.List;

/** A page of messages. */
record MessageListView(List<MessageView> messages, List<Link> links) {}
