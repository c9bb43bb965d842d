// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.claim;

import io.profiler.sample.web.message.MessageView;
import java.util.List;

/** What a client has just claimed. */
record ClaimedMessagesView(List<MessageView> messages) {}
