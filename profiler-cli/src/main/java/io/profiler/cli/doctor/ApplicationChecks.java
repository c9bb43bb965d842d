// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.request.Answer;
import io.profiler.propagation.SignedHeaders;
import org.jspecify.annotations.Nullable;

/** The way of a request through an application, step by step: after the first that the others need, they are skipped. */
final class ApplicationChecks {

    private static final String OTHERS = "others";
    private static final String PROFILED = "profiled";
    private static final String SAME = "same answer";

    private final TriedApplication application;
    private final CheckLines lines;
    private int plainStatus;
    private @Nullable Answer profiled;

    ApplicationChecks(TriedApplication application, CheckLines lines) {
        this.application = application;
        this.lines = lines;
    }

    /** {@return the answer to a request that was profiled, null if none was} */
    @Nullable
    Answer run() {
        if (!lines.check("answers", this::answers)) {
            lines.skip("no answer", OTHERS, PROFILED, SAME);
            return null;
        }
        lines.check(OTHERS, this::others);
        lines.check(PROFILED, this::profiled);
        Answer answer = profiled;
        if (answer == null) {
            lines.skip("nothing was profiled", SAME);
        } else {
            lines.check(SAME, () -> sameAs(answer));
        }
        return answer;
    }

    private String answers() {
        plainStatus = application.plain().statusCode();
        return "HTTP status " + plainStatus;
    }

    private String others() {
        if (application.plain().headers().firstValue(SignedHeaders.TRACE_ID).isPresent()) {
            throw new CheckWarning(
                    "a request that nobody signed is profiled as well: something before the application signs it");
        }
        return "a request without headers is not profiled";
    }

    private String profiled() {
        RejectionCounts before = application.rejections();
        Answer byHeaders = application.signed();
        Answer byToken = application.withToken();
        profiled = byHeaders.isConfirmed() ? byHeaders : byToken.isConfirmed() ? byToken : null;
        if (profiled == null) {
            throw new CommandFailure(application.rejections().whyNotSince(before));
        }
        if (!byHeaders.isConfirmed()) {
            throw new CheckWarning(
                    "by a token alone, as with profiler.accept=strict: OSprofiler's headers change nothing");
        }
        if (!byToken.isConfirmed()) {
            throw new CheckWarning("by OSprofiler's headers; a token changes nothing");
        }
        return "by OSprofiler's headers, and by a token";
    }

    private String sameAs(Answer answer) {
        int status = answer.response().statusCode();
        if (status != plainStatus) {
            throw new CheckWarning("HTTP status " + status + " when profiled, " + plainStatus + " when not");
        }
        return "HTTP status " + status + " when profiled, too";
    }
}
