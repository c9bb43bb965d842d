// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names spans in a sentence. */
final class SpanWords {

    private static final Set<String> VERBS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "CALL", "WITH");

    /** Of HTTP, SQL, MongoDB, Redis. */
    private static final Pattern CHANGING = Pattern.compile(
            "(?:post|put|patch|delete|insert|update|merge|call|upsert|replace|findAndModify|bulkWrite"
                    + "|m?set(?:ex|nx)?|hm?set|(?:h|s|z)?(?:del|rem|incrby)|unlink|(?:incr|decr)(?:by)?|p?expire|[lr]push"
                    + "|[szx]add|publish)\\b(?![.])",
            Pattern.CASE_INSENSITIVE);

    /** What is asked for is in the body. */
    private static final Pattern ASKING =
            Pattern.compile("POST \\S*/_?(?:m?search|query|mget|lookup)(?:[/?]\\S*)?", Pattern.CASE_INSENSITIVE);

    /** Of functions, as far as they are called as they usually are. */
    private static final Pattern CHANGING_METHOD =
            Pattern.compile("[\\w$]+[.](?:create|update|upsert|delete|destroy|remove|add|insert"
                    + "|save|store|put|post|patch|set|send|cast|notify|publish|attach|detach|(?:de|un)?allocate|reserve|claim|commit|rollback"
                    + "|(?:un)?bind|build|spawn|start|stop|reboot|resize|migrate|terminate|schedule|select_destinations|confirm|revert|reset"
                    + "|charge|pay|book|cancel|write|persist|register|enqueue|push)(?:[A-Z_].*)?");

    private SpanWords() {}

    /** What it was about; if it does not say, its name. */
    static String of(ReportSpan span) {
        String subject = span.subject();
        return subject == null || subject.isEmpty() ? span.name() : subject;
    }

    /** What spans of one operation are about. */
    static String of(Operation operation) {
        String what = operation.what();
        return what == null || what.isEmpty() ? operation.name() : what;
    }

    /**
     * {@code 101 equal SELECTs}.
     *
     * @param noun what they are if they are no statements of SQL; may be empty
     */
    static Words equal(int count, Operation operation, String noun) {
        String verb = verb(operation);
        if (verb != null) {
            return Words.of(count + " equal " + verb + "s");
        }
        return Words.of(count + " equal " + noun).data(of(operation));
    }

    /** Where the same was found in several requests. */
    static String each(int requests) {
        return requests == 1 ? "" : " in each of " + requests + " requests";
    }

    /** The word by which a statement of SQL begins, null if it is none. */
    static @Nullable String verb(Operation operation) {
        String first = of(operation).split(" ", 2)[0].toUpperCase(Locale.ROOT);
        return VERBS.contains(first) ? first : null;
    }

    /** Whether a request, a command of any store or a function changes something, as far as its first word tells. */
    static boolean changes(String what) {
        return CHANGING.matcher(what).lookingAt() && !ASKING.matcher(what).matches()
                || CHANGING_METHOD.matcher(what).matches();
    }

    /** Where spans are: {@code below `CustomerRepository.findAll`}. */
    static Words below(List<ReportSpan> spans, PathTimes times) {
        ReportSpan above = times.above(spans);
        while (above != null && above.subject() == null && times.parent(above) != null) {
            above = times.parent(above);
        }
        return above == null ? Words.NONE : Words.of(" below ").data(of(above));
    }
}
