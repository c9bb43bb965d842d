// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

/** Writes when looks were taken: {@code 1043:0 102:0 99:1}, as far as there is room. */
final class TimesText {

    private TimesText() {}

    static String of(Calls calls, long room) {
        StringBuilder text = new StringBuilder();
        long before = 0;
        for (Calls.Look look : calls.looks()) {
            int leaf = look.leaf().number();
            if (leaf < 0) {
                continue;
            }
            String next = Math.max(0, look.tenths() - before) + ":" + leaf;
            if (text.length() + next.length() + 1 > room) {
                break;
            }
            text.append(text.isEmpty() ? "" : " ").append(next);
            before = Math.max(before, look.tenths());
        }
        return text.toString();
    }
}
