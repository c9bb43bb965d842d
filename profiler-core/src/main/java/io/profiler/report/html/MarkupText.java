// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.internal.VisibleText;
import java.nio.charset.StandardCharsets;

/** Data as text between tags. */
final class MarkupText {

    private static final int LONGEST = 200;

    private MarkupText() {}

    static String of(String data) {
        String bounded = data.length() <= LONGEST ? data : data.substring(0, LONGEST) + "…";
        return new VisibleText(StandardCharsets.UTF_8)
                .of(bounded)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
