// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.SpanError;
import java.util.regex.Pattern;

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

    /**
     * What was asked for was wrong, is there already, is in use, or is too much: these are statuses from 400 on. Drivers use such
     * words for what is no fault of whoever asked.
     */
    private static final Pattern WRONG = Pattern.compile("(?:HTTP)?(?:BadRequest|Gone|Locked|PreconditionFailed"
            + "|TooManyRequests|RequestEntityTooLarge|PayloadTooLarge|UnprocessableEntity|MethodNotAllowed|NotAcceptable"
            + "|UnsupportedMediaType)(?:Exception|Error)?"
            + "|.*(?:Conflict|Validation|Invalid|OverQuota|QuotaExceeded|QuotaFull|QuotaError|Exceed\\w{0,30}Quota|AlreadyExists"
            + "|Duplicate|InUse|NotPermitted).*"
            + "|(?:Flavor|KeyPair|Queue|Volume\\w*|Image|Network|Name|User)Exists|TooManyInstances|\\w*sLimitExceeded");

    private static final Pattern DRIVERS = Pattern.compile(
            "(?:sqlalchemy|oslo_db|pymongo|psycopg\\w*|pymysql|MySQLdb|sqlite3|redis|ssl|requests|urllib3|httpx|aiohttp|http|kombu|amqp|celery"
                    + "|oslo_messaging|java|org[.](?:hibernate|springframework|postgresql)|com[.](?:mysql|zaxxer))[.].*");

    private ErrorKinds() {}

    static boolean isAnswer(SpanError error) {
        String type = error.simpleType();
        return error.type().startsWith(SECURITY)
                ? !NOT_DONE.matcher(type).matches()
                : REFUSED.matcher(type).matches()
                        || NOT_THERE.matcher(type).matches()
                        || GIVEN_UP.matcher(type).matches();
    }

    /** Whether a service that does not tell how it answers is likely to have answered with it. */
    static boolean mayBeAnswer(SpanError error) {
        String type = error.simpleType();
        return WRONG.matcher(type).matches()
                && (type.contains("Duplicate") || !DRIVERS.matcher(error.type()).matches());
    }
}
