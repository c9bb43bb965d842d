// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Interruption;
import io.profiler.cli.console.Progress;
import io.profiler.cli.console.Remarks;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request whose answer is waited for and read. Whoever gives that up is told the trace all the same, for it is being
 * recorded.
 */
final class RequestUnderWay implements AutoCloseable {

    private final ProfiledRequest request;
    private final NewTrace trace;
    private final Deadline deadline;
    private final boolean unconfirmed;
    private final Environment environment;
    private final Remarks remarks;
    private final Progress progress;
    private final Interruption interruption;
    private volatile @Nullable Answer answer;

    /**
     * @param unconfirmed whether to tell the trace without a sign that there is one
     */
    RequestUnderWay(
            ProfiledRequest request, Deadline deadline, boolean unconfirmed, Environment environment, Remarks remarks) {
        this.request = request;
        this.trace = request.newTrace();
        this.deadline = deadline;
        this.unconfirmed = unconfirmed;
        this.environment = environment;
        this.remarks = remarks;
        this.progress = Progress.of("Waiting for the answer", environment, remarks);
        this.interruption = new Interruption(this::interrupted);
    }

    /**
     * Sends it, waits for the head of the answer, and has the body read.
     *
     * @param reader chosen when the head has come; it may not want the body, and throw
     * @throws CommandFailure if there is no head in time, or the body broke off
     */
    TimedAnswer answer(Function<Answer, ResponseBody.Reader> reader) {
        long began = System.nanoTime();
        HttpResponse<InputStream> head = head();
        Answer come = new Answer(trace, head);
        answer = come;
        try (InputStream content = head.body()) {
            boolean whole = new ResponseBody(content).read(reader.apply(come), deadline);
            return new TimedAnswer(come, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began), whole);
        } catch (IOException broken) {
            throw new CommandFailure("the answer broke off before its end; " + whereabouts());
        }
    }

    private HttpResponse<InputStream> head() {
        try {
            return request.begin(trace, deadline);
        } catch (TimeoutException late) {
            throw new CommandFailure("no answer within " + deadline + "; " + whereabouts());
        }
    }

    /** To be called before anything is written while the body comes. */
    void sayNoMore() {
        progress.close();
    }

    private void interrupted() {
        progress.close();
        if (remarks.areSeen()) {
            remarks.addLine("");
        }
        Answer come = answer;
        if (come != null && (unconfirmed || come.isConfirmed())) {
            remarks.addLine("Trace ID: " + trace.id());
            remarks.addLine("To show it: " + come.waysToShow(environment));
        } else {
            remarks.add("interrupted; " + whereabouts());
        }
    }

    private String whereabouts() {
        Answer come = answer;
        String known = come == null
                ? "if the request was profiled, its trace is "
                : come.isConfirmed()
                        ? "its trace is "
                        : "without a sign that the request was profiled its trace would be ";
        return known + trace.id() + ": " + trace.showCommand(environment);
    }

    @Override
    public void close() {
        interruption.close();
        progress.close();
    }
}
