// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.Rendering;
import io.profiler.report.Report;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page as a browser reads it: by its tags. */
record PageText(String html) {

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">([^<]*)</script>");

    static PageText of(Report report) {
        return new PageText(Rendering.text(new HtmlReportRenderer(Rendering.CLOCK), report));
    }

    /** What stands between two texts that occur once. */
    String between(String before, String after) {
        int from = html.indexOf(before) + before.length();
        return html.substring(from, html.indexOf(after, from));
    }

    String dataBlock() {
        Matcher block = DATA.matcher(html);
        if (!block.find()) {
            throw new AssertionError("the page has no data block");
        }
        return block.group(1);
    }

    JsonNode data() {
        return JsonMapper.shared().readTree(dataBlock());
    }

    /** A column of texts, by the number of the span. */
    List<String> texts(String column) {
        JsonNode data = data();
        return data.at("/spans/" + column)
                .valueStream()
                .map(number -> data.at("/strings/" + number.intValue()).stringValue())
                .toList();
    }

    /** A column of numbers, by the number of the span. */
    List<Long> numbers(String column) {
        return data().at("/spans/" + column)
                .valueStream()
                .map(JsonNode::longValue)
                .toList();
    }
}
