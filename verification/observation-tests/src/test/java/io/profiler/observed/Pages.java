// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import static org.awaitility.Awaitility.await;

import io.profiler.trace.Profiler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What a template renders. */
@Controller
class Pages {

    /** A thread of a pool waits for its next task, and another is over. */
    private static final Set<State> DONE = EnumSet.of(State.WAITING, State.TIMED_WAITING, State.TERMINATED);

    private final Profiler profiler;

    Pages(Profiler profiler) {
        this.profiler = profiler;
    }

    @GetMapping("/page")
    String page() {
        return "page";
    }

    /** Ends when the first dispatch has, so that the container makes the next one on the thread that called. */
    @GetMapping("/callable")
    @ResponseBody
    Callable<String> callable() {
        Thread first = Thread.currentThread();
        return () -> {
            await().atMost(Duration.ofSeconds(30)).until(() -> DONE.contains(first.getState()));
            return "called";
        };
    }

    /** On a virtual thread that nobody but the controller knows of. */
    @GetMapping("/forward-elsewhere")
    void forwardElsewhere(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Runnable forward = () -> {
            try {
                request.getRequestDispatcher("/page").forward(request, response);
                profiler.start("after").stop();
            } catch (ServletException | IOException failed) {
                throw new IllegalStateException(failed);
            }
        };
        ((Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, forward)).join();
    }

    @GetMapping("/broken-page")
    String brokenPage() {
        return "broken-page";
    }

    @GetMapping("/forward")
    String forward() {
        return "forward:/page";
    }

    @GetMapping("/including-page")
    String includingPage() {
        return "including-page";
    }

    @GetMapping("/forwarding-page")
    String forwardingPage() {
        return "forwarding-page";
    }

    @GetMapping("/elsewhere")
    View elsewhere() {
        return new RedirectView("/page");
    }
}
