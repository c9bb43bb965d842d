// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import java.util.List;
import java.util.stream.Stream;

/** The page of a trace, and that of one with looks, which has more to draw: whatever nobody looked at is a smaller file. */
final class TracePages {

    private static final List<String> STYLES =
            List.of("layers.css", "page.css", "waterfall.css", "details.css", "views.css", "print.css");
    private static final HtmlPage PAGE = page(STYLES, "main.js");

    private TracePages() {}

    /** Put together when it is first asked for: a command that shows no looks does without. */
    private static final class Sampled {

        static final HtmlPage PAGE =
                page(Stream.concat(STYLES.stream(), Stream.of("samples.css")).toList(), "sampled.js");
    }

    private static HtmlPage page(List<String> styles, String script) {
        return HtmlPage.of(TracePages.class, styles, script, "page.html");
    }

    static HtmlPage of(TraceData data) {
        return data.hasLooks() ? Sampled.PAGE : PAGE;
    }

    /** The policy that allows both. */
    static String contentSecurityPolicy() {
        return PAGE.contentSecurityPolicyWith(Sampled.PAGE);
    }
}
