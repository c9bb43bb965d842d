// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.QueueId;
import io.profiler.trace.MessageStore;
import java.util.Optional;

/** The claims on messages. */
@MessageStore("mongodb_claim_controller")
public interface ClaimsStore {

    /**
     * Claims the first messages that nobody holds.
     *
     * @return the claim; empty if there was nothing to claim
     */
    Optional<Claim> create(QueueId queue, ClaimTerms terms, ClaimSelection selection);

    /** A claim that still holds messages. */
    Optional<Claim> find(QueueId queue, String claimId);

    /**
     * Makes a claim hold for the given terms from now on.
     *
     * @return whether it still held messages
     */
    boolean renew(QueueId queue, String claimId, ClaimTerms terms);

    /** Ends a claim, if it is there. Its messages are as if nobody had ever claimed them. */
    void release(QueueId queue, String claimId);
}
