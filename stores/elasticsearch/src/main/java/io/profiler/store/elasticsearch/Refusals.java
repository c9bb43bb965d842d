// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what the server refuses for good from what it may take later: too many shards, a closed or blocked index, a right
 * that is missing. An error that is not known here is taken for one that passes, because what is dropped is gone.
 */
final class Refusals {

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    private static final Set<String> OF_DOCUMENT = Set.of(
            "mapper_parsing_exception",
            "document_parsing_exception",
            "strict_dynamic_mapping_exception",
            "mapper_exception",
            "parsing_exception",
            "parse_exception",
            "json_parse_exception",
            "x_content_parse_exception",
            "not_x_content_exception",
            "stream_constraints_exception",
            "max_bytes_length_exceeded_exception");

    /** Said of anything; of these, what is wrong is how the server is set up. */
    private static final String ILLEGAL_ARGUMENT = "illegal_argument_exception";

    private static final Pattern OF_SETTINGS = Pattern.compile("(?i)alias|pipeline|write index|data stream|shards");

    private Refusals() {}

    static boolean areOfDocument(int status, String errorType, String reason) {
        return switch (status) {
            case TOO_LARGE -> true;
            case BAD_REQUEST ->
                OF_DOCUMENT.contains(errorType)
                        || errorType.equals(ILLEGAL_ARGUMENT)
                                && !OF_SETTINGS.matcher(reason).find();
            default -> false;
        };
    }
}
