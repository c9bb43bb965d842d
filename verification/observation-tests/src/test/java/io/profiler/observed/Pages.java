// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import java.util.concurrent.Callable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What a template renders. */
@Controller
class Pages {

    @GetMapping("/page")
    String page() {
        return "page";
    }

    @GetMapping("/callable")
    @ResponseBody
    Callable<String> callable() {
        return () -> "called";
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
