// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import java.util.Locale;

/** What threads did, in a word that can stand in a style sheet. */
final class PageKind {

    private PageKind() {}

    static String of(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
