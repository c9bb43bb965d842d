// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import io.profiler.store.backend.FailureText;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.NameNotFoundException;
import org.jspecify.annotations.Nullable;

/** Why a call failed, in the few words that a person needs of the driver's many. */
final class Causes {

    private static final Pattern INNERMOST = Pattern.compile("caused by \\{[\\w.$]*\\.(\\w+): ([^{}]+)\\}");
    private static final Pattern SELECTION = Pattern.compile("Timed out .*while waiting for a server.*");
    private static final Pattern SEED_LIST =
            Pattern.compile("(Failed looking up|No) (?:SRV|TXT) records? .*?([^\\s']+?)'?\\.?");
    private static final Pattern NO_SEED_LIST =
            Pattern.compile("srvResolutionException=[^']*SRV records? [^']*'([^']+)'");
    private static final String NO_SERVER = "no server answered in time";

    private Causes() {}

    static String inOneLine(Throwable error) {
        return FailureText.of(error, Causes::known);
    }

    /** Whether the server was asked and did not answer in time, as one that is at work. */
    static boolean isLateAnswer(Throwable error) {
        return FailureText.causes(error)
                .anyMatch(cause -> cause instanceof MongoSocketReadTimeoutException
                        || cause instanceof MongoOperationTimeoutException);
    }

    private static @Nullable String known(Throwable cause) {
        if (cause instanceof MongoSecurityException) {
            return FailureText.WRONG_LOGIN;
        }
        if (cause instanceof MongoSocketReadTimeoutException) {
            return FailureText.noAnswer("socketTimeoutMS");
        }
        if (cause instanceof MongoOperationTimeoutException) {
            return FailureText.noAnswer("timeoutMS");
        }
        if (cause instanceof MongoTimeoutException && cause.getMessage() != null) {
            return ofTimeout(cause.getMessage());
        }
        if (cause instanceof MongoConfigurationException && cause.getMessage() != null) {
            return ofSeedList(cause.getMessage(), cause);
        }
        if (cause instanceof MongoCommandException refused) {
            return FailureText.firstLine(refused.getErrorMessage(), refused.getErrorCodeName());
        }
        return cause instanceof UnknownHostException ? FailureText.ofAddress(cause) : null;
    }

    private static String ofTimeout(String message) {
        Matcher noSeedList = NO_SEED_LIST.matcher(message);
        if (noSeedList.find()) {
            return "the name server does not know " + noSeedList.group(1);
        }
        String found = SELECTION.matcher(message).lookingAt() ? NO_SERVER : FailureText.firstLine(message, NO_SERVER);
        Matcher matcher = INNERMOST.matcher(message);
        while (matcher.find()) {
            found = switch (matcher.group(1)) {
                case "UnknownHostException" -> FailureText.unknownHost(matcher.group(2));
                case "SocketTimeoutException" -> NO_SERVER;
                default -> FailureText.firstLine(matcher.group(2), NO_SERVER);
            };
        }
        return found;
    }

    private static @Nullable String ofSeedList(String message, Throwable failure) {
        Matcher matcher = SEED_LIST.matcher(message);
        if (!matcher.matches()) {
            return null;
        }
        return matcher.group(1).equals("No")
                        || FailureText.causes(failure).anyMatch(NameNotFoundException.class::isInstance)
                ? "the name server does not know " + matcher.group(2)
                : "the name server did not answer";
    }
}
