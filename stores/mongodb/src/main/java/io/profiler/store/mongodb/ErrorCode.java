// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Errors of MongoDB's by the names in its {@code error_codes.yml}, and what they say of a document. */
enum ErrorCode {
    BAD_VALUE(2, Fault.OF_DOCUMENT),
    HOST_UNREACHABLE(6, Fault.PASSING),
    HOST_NOT_FOUND(7, Fault.PASSING),
    FAILED_TO_PARSE(9, Fault.OF_UNREADABLE_DOCUMENT),
    TYPE_MISMATCH(14, Fault.OF_UNREADABLE_DOCUMENT),
    OVERFLOW(15, Fault.OF_UNREADABLE_DOCUMENT),
    INVALID_LENGTH(16, Fault.OF_DOCUMENT),
    INVALID_BSON(22, Fault.OF_UNREADABLE_DOCUMENT),
    LOCK_TIMEOUT(24, Fault.PASSING),
    LOCK_BUSY(46, Fault.PASSING),
    MAX_TIME_MS_EXPIRED(50, Fault.PASSING),
    DOLLAR_PREFIXED_FIELD_NAME(52, Fault.OF_DOCUMENT),
    INVALID_ID_FIELD(53, Fault.OF_DOCUMENT),
    EMPTY_FIELD_NAME(56, Fault.OF_DOCUMENT),
    DOTTED_FIELD_NAME(57, Fault.OF_DOCUMENT),
    SHARD_KEY_NOT_FOUND(61, Fault.OF_DOCUMENT),
    WRITE_CONCERN_TIMEOUT(64, Fault.PASSING),
    NETWORK_TIMEOUT(89, Fault.PASSING),
    SHUTDOWN_IN_PROGRESS(91, Fault.PASSING),
    WRITE_CONFLICT(112, Fault.PASSING),
    DOCUMENT_TOO_LARGE_FOR_CAPPED(116, Fault.OF_DOCUMENT),
    DOCUMENT_VALIDATION_FAILURE(121, Fault.OF_DOCUMENT),
    FAILED_TO_SATISFY_READ_PREFERENCE(133, Fault.PASSING),
    READ_CONCERN_MAJORITY_NOT_AVAILABLE_YET(134, Fault.PASSING),
    EXCEEDED_MEMORY_LIMIT(146, Fault.PASSING),
    STALE_EPOCH(150, Fault.PASSING),
    CANNOT_INDEX_PARALLEL_ARRAYS(171, Fault.OF_DOCUMENT),
    PRIMARY_STEPPED_DOWN(189, Fault.PASSING),
    CANNOT_BUILD_INDEX_KEYS(201, Fault.OF_DOCUMENT),
    NETWORK_INTERFACE_EXCEEDED_TIME_LIMIT(202, Fault.PASSING),
    EXCEEDED_TIME_LIMIT(262, Fault.PASSING),
    TOO_MANY_FILES_OPEN(264, Fault.PASSING),
    TRANSACTION_EXCEEDED_LIFETIME(290, Fault.PASSING),
    CONNECTION_POOL_EXPIRED(317, Fault.PASSING),
    INVALID_BSON_TYPE(357, Fault.OF_DOCUMENT),
    TEMPORARILY_UNAVAILABLE(365, Fault.PASSING),
    USER_WRITES_BLOCKED(371, Fault.PASSING),
    NON_CONFORMANT_BSON(378, Fault.OF_DOCUMENT),
    RESOURCE_EXHAUSTED(402, Fault.PASSING),
    ADMISSION_QUEUE_OVERFLOW(433, Fault.PASSING),
    RATE_LIMIT_EXCEEDED(449, Fault.PASSING),
    INGRESS_REQUEST_RATE_LIMIT_EXCEEDED(462, Fault.PASSING),
    SOCKET_EXCEPTION(9001, Fault.PASSING),
    LEGACY_NOT_PRIMARY(10058, Fault.PASSING),
    NOT_WRITABLE_PRIMARY(10107, Fault.PASSING),
    BSON_OBJECT_TOO_LARGE(10334, Fault.OF_UNREADABLE_DOCUMENT),
    INTERRUPTED_AT_SHUTDOWN(11600, Fault.PASSING),
    INTERRUPTED(11601, Fault.PASSING),
    INTERRUPTED_DUE_TO_REPL_STATE_CHANGE(11602, Fault.PASSING),
    STALE_CONFIG(13388, Fault.PASSING),
    NOT_PRIMARY_NO_SECONDARY_OK(13435, Fault.PASSING),
    NOT_PRIMARY_OR_SECONDARY(13436, Fault.PASSING),
    OUT_OF_DISK_SPACE(14031, Fault.PASSING),
    /** Azure Cosmos DB's: the request rate is large. */
    TOO_MANY_REQUESTS(16500, Fault.PASSING),
    KEY_TOO_LONG(17280, Fault.OF_UNREADABLE_DOCUMENT),
    RESULTING_DOCUMENT_TOO_LARGE(17419, Fault.OF_DOCUMENT),
    DOCUMENT_TO_UPSERT_TOO_LARGE(17420, Fault.OF_DOCUMENT);

    private enum Fault {
        /** The server is going down, not primary, being moved, busy, or out of something. */
        PASSING,
        /** The document can never be stored. */
        OF_DOCUMENT,
        /** The same, and the server may not even have looked at the others of its batch. */
        OF_UNREADABLE_DOCUMENT
    }

    private static final Map<Integer, ErrorCode> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toMap(code -> code.number, Function.identity()));

    private final int number;
    private final Fault fault;

    ErrorCode(int number, Fault fault) {
        this.number = number;
        this.fault = fault;
    }

    /** Empty for those that say nothing of a document, and mostly something of the server. */
    static Optional<ErrorCode> of(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    boolean isPassing() {
        return fault == Fault.PASSING;
    }

    boolean isOfDocument() {
        return fault != Fault.PASSING;
    }

    boolean isOfUnreadableDocument() {
        return fault == Fault.OF_UNREADABLE_DOCUMENT;
    }
}
