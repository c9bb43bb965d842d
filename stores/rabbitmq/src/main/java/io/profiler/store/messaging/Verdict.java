// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

/** What a reader wants of a message that it was shown. */
enum Verdict {
    /** Nothing: it stays in the queue. */
    PASS,
    /** It is one of those that the reader looks for, and stays in the queue. */
    READ,
    /** It is one of those that the reader looks for, and leaves the queue. */
    TAKE,
    /** It is one too many: the reader wants to see no more of them. */
    STOP
}
