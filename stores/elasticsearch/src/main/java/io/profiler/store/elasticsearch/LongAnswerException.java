// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

/** The server's answer is longer than what the caller wants to hold. */
final class LongAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LongAnswerException(Throwable cause) {
        super("an answer is too long", cause);
    }
}
