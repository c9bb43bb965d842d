// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends a request, once or several times, and shows what comes.
 *
 * @param request what to send
 * @param maxTime how long to read an answer
 * @param unconfirmed whether to tell a trace without a sign that there is one
 * @param view how to show a trace
 * @param environment where
 * @param remarks for what is no result
 */
record RequestRun(
        ProfiledRequest request,
        MaxTimeOption maxTime,
        boolean unconfirmed,
        ViewOptions view,
        Environment environment,
        Remarks remarks) {

    /** Once; the body is printed as it comes, unless the trace is shown. */
    void once(StandardOutput out) throws IOException {
        TimedAnswer timed = view.isGiven() ? headAlone(out) : printed(out);
        out.flush();
        remarkCut(List.of(timed));
        show(timed.answer(), out);
    }

    private TimedAnswer printed(StandardOutput out) {
        try (RequestUnderWay underWay = send()) {
            return underWay.answer(answer -> {
                printStatus(answer, underWay, out);
                return new PrintedBody(answer.response().headers(), environment, out);
            });
        }
    }

    private TimedAnswer headAlone(StandardOutput out) {
        try (RequestUnderWay underWay = send()) {
            return underWay.answer(answer -> {
                if (!view.isAlone()) {
                    printStatus(answer, underWay, out);
                }
                return dropped(answer);
            });
        }
    }

    private static void printStatus(Answer answer, RequestUnderWay underWay, StandardOutput out) {
        underWay.sayNoMore();
        out.println(answer.status());
        out.flush();
    }

    /** What is not profiled need not come to its end, which it may not have. */
    private ResponseBody.Reader dropped(Answer answer) {
        requireConfirmed(answer);
        return ResponseBody.Reader.DROPPING;
    }

    private void requireConfirmed(Answer answer) {
        if (!unconfirmed) {
            answer.requireConfirmed();
        }
    }

    private RequestUnderWay send() {
        return new RequestUnderWay(request, maxTime.fromNow(), unconfirmed, environment, remarks);
    }

    private void show(Answer answer, StandardOutput out) throws IOException {
        requireConfirmed(answer);
        if (!view.isAlone()) {
            out.println();
            out.println("Trace ID: " + answer.trace().id());
        }
        if (!view.isGiven()) {
            out.println("To show it: " + answer.waysToShow(environment));
        }
        showTrace(answer, out);
    }

    /** Many times, one after the other. */
    void times(int times, StandardOutput out) throws IOException {
        Answers answers = new Answers(answers(times));
        if (!view.isAlone()) {
            out.print(answers.text(environment));
        }
        showTrace(answers.median().answer(), out);
    }

    /** Ends at the first that was not profiled, as all others would not be. */
    private List<TimedAnswer> answers(int times) {
        List<TimedAnswer> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            try (RequestUnderWay underWay = send()) {
                answers.add(underWay.answer(this::dropped));
            }
        }
        remarkCut(answers);
        return answers;
    }

    private void remarkCut(List<TimedAnswer> answers) {
        long cut = answers.stream().filter(answer -> !answer.whole()).count();
        if (cut > 0) {
            String those = answers.size() == 1
                    ? "the answer was not read to its end"
                    : cut + " of " + answers.size() + " answers were not read to their end";
            remarks.add(those + ", as --max-time says");
        }
    }

    private void showTrace(Answer answer, StandardOutput out) throws IOException {
        if (view.isGiven()) {
            out.print(view.isAlone() ? "" : "\n");
            out.flush();
            view.show(answer.trace(), environment, out, remarks);
        }
    }
}
