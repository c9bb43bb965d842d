// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What verifying the trace headers of a request came to.
 *
 * @param reason why; {@link Reason#ACCEPTED} if the request is to be profiled
 * @param context what the headers say, null unless they were accepted
 * @since 0.1
 */
public record HeaderVerdict(Reason reason, @Nullable TraceContext context) {

    /** Why headers were accepted or rejected. */
    public enum Reason {
        /** Signed by a known key, and well-formed. */
        ACCEPTED,
        /** There is no signature. */
        UNSIGNED,
        /** Longer than any headers of ours or of OSprofiler. */
        TOO_LONG,
        /** No known key made this signature. */
        WRONG_SIGNATURE,
        /** Rightly signed, but not base64 of a JSON object in UTF-8. */
        MALFORMED,
        /** Rightly signed, but with a member that is missing, unknown, or has a value that it cannot have. */
        WRONG_MEMBERS,
        /** A token for somebody else than the profiler. */
        FOREIGN_AUDIENCE,
        /** A token whose time is over. */
        EXPIRED,
        /** A token whose time has not come. */
        NOT_YET,
        /** A token for other methods than the request's. */
        FOREIGN_METHOD,
        /** A token for other paths than the request's, or a path that another path may be hidden in. */
        FOREIGN_PATH,
        /** OSprofiler's headers, where only tokens are accepted. */
        NO_TOKEN,
        /** OSprofiler's headers of a trace that ended long ago. */
        REPLAYED,
        /** Rightly signed, but with an id that is longer than it may be, or that holds a control character. */
        UNUSABLE_ID;

        /** {@return the reason as the value of a metric's tag} */
        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static HeaderVerdict accepted(TraceContext context) {
        return new HeaderVerdict(Reason.ACCEPTED, context);
    }

    static HeaderVerdict rejected(Reason reason) {
        return new HeaderVerdict(reason, null);
    }
}
