// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.SpanError;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which errors are ordinary answers: whoever asked may not, what was asked for is not there, or nobody wants it any more. */
final class ErrorKinds {

    /** Of these, only that authentication itself could not be done is a fault. */
    private static final String SECURITY = "org.springframework.security.";

    private static final Pattern NOT_DONE = Pattern.compile("(?:Internal)?AuthenticationServiceException");

    private static final Pattern REFUSED =
            Pattern.compile("(?:AccessDenied|AuthorizationDenied|BadCredentials)(?:Exception)?"
                    + "|(?:HTTP)?(?:Forbidden|Unauthorized)|(?:Policy)?NotAuthorized");

    /** A query that its database cancels ran into a limit of time, and a transaction into another one: these are faults. */
    private static final Pattern GIVEN_UP = Pattern.compile(
            "(?:Job)?CancellationException|(?:Task|Operation|Request|Future)?Cancell?ed(?:Exception|Error)?");

    private static final Pattern NOT_THERE =
            Pattern.compile("(?!Class|File|Method|Type|Bean|Host).*NotFound(?:Exception|Error)?"
                    + "|.*(?:DoesNotExist|IsEmpty)(?:Exception)?|NoResult(?:Found|Exception)|EmptyResultDataAccessException"
                    + "|ObjectRetrievalFailureException|NoSuchElementException|NoSuchKeyException");

    private ErrorKinds() {}

    static boolean isFault(@Nullable SpanError error) {
        return error != null && !isAnswer(error);
    }

    private static boolean isAnswer(SpanError error) {
        String type = error.simpleType();
        return error.type().startsWith(SECURITY)
                ? !NOT_DONE.matcher(type).matches()
                : REFUSED.matcher(type).matches()
                        || NOT_THERE.matcher(type).matches()
                        || GIVEN_UP.matcher(type).matches();
    }
}
