// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.message;

import io.profiler.sample.message.Deletion;
import io.profiler.sample.web.error.ApiException;
import org.springframework.http.HttpStatus;

/** Says why a message was not deleted. */
final class MessageDeletions {

    private MessageDeletions() {}

    static void requireDone(Deletion deletion) {
        switch (deletion) {
            case DONE -> {}
            case REFUSED_AS_CLAIMED ->
                throw refusal(
                        HttpStatus.FORBIDDEN,
                        "This message is claimed; it cannot be deleted without a valid claim ID.");
            case REFUSED_AS_UNCLAIMED ->
                throw refusal(
                        HttpStatus.BAD_REQUEST, "A claim was specified, but the message is not currently claimed.");
            case REFUSED_AS_CLAIM_IS_UNKNOWN ->
                throw refusal(HttpStatus.BAD_REQUEST, "The specified claim does not exist or has expired.");
        }
    }

    private static ApiException refusal(HttpStatus status, String description) {
        return new ApiException(status, "Unable to delete", description);
    }
}
