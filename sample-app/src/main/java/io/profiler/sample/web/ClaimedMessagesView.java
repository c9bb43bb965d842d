// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import java.util.List;

/** What a client has just claimed. */
record ClaimedMessagesView(List<MessageView> messages) {}
