// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

/** What became of the wish to delete a message. */
public enum Deletion {
    /** The message is not there, or not any more. */
    DONE,
    /** The message stays, because a claim holds it that the client did not name. */
    REFUSED_AS_CLAIMED,
    /** The message stays, because no claim holds it though the client named one. */
    REFUSED_AS_UNCLAIMED,
    /** The message stays, because there can be no claim such as the client named. */
    REFUSED_AS_CLAIM_IS_UNKNOWN
}
