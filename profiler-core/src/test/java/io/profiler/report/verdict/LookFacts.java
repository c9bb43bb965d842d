// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.samples.SampledTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What looks found in a span, of {@code looks=a.A.b(c.C.d=14r) e.E.f=2l}: as in the record, with names for numbers. */
final class LookFacts {

    private static final Pattern METHOD = Pattern.compile("[A-Za-z_$][\\w$.]*\\.[\\w$]+");

    private LookFacts() {}

    static Map<String, Object> add(Map<String, String> facts, String id, Map<String, Object> info) {
        String looks = facts.get("looks");
        if (looks != null) {
            List<String> frames = new ArrayList<>();
            String stacks = METHOD.matcher(looks).replaceAll(method -> {
                frames.add(method.group());
                return String.valueOf(frames.size() - 1);
            });
            info.put("samples", SampledTrace.samples(0, 0, frames, SampledTrace.entry(id, stacks, null)));
        }
        return info;
    }
}
