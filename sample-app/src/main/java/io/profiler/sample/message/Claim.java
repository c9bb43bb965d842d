// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import java.util.List;

/** Messages that one client works on, hidden from the others until the claim is over. */
public record Claim(String id, long ttlSeconds, long ageSeconds, List<Message> messages) {}
