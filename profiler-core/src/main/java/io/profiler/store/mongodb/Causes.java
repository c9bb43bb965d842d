// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a call failed, in the few words that a person needs of the driver's many. */
final class Causes {

    private static final Pattern INNERMOST = Pattern.compile("caused by \\{[\\w.$]*\\.(\\w+): ([^{}]+)\\}");
    private static final String CLUSTER_DESCRIPTION = " Client view of cluster state";

    private Causes() {}

    static String inOneLine(Throwable error) {
        Throwable last = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoSecurityException) {
                return "user or password is wrong, or not known there";
            }
            last = cause;
            if (cause instanceof MongoTimeoutException) {
                break;
            }
        }
        return innermost(last.getMessage(), last.getClass().getSimpleName());
    }

    private static String innermost(@Nullable String message, String otherwise) {
        if (message == null) {
            return otherwise;
        }
        Matcher matcher = INNERMOST.matcher(message);
        String found = message.split(CLUSTER_DESCRIPTION, 2)[0];
        while (matcher.find()) {
            found = matcher.group(1).equals("UnknownHostException")
                    ? "unknown host " + matcher.group(2)
                    : matcher.group(2);
        }
        return found.lines().findFirst().orElse(otherwise);
    }
}
