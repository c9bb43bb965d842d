// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a template renders. */
@Controller
class Pages {

    @GetMapping("/page")
    String page() {
        return "page";
    }

    @GetMapping("/broken-page")
    String brokenPage() {
        return "broken-page";
    }

    @GetMapping("/forward")
    String forward() {
        return "forward:/page";
    }
}
