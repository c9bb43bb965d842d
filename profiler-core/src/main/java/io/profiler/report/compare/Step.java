// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import org.jspecify.annotations.Nullable;

/**
 * What spans have in common that are compared with each other: what they are called and what they do. Texts are of the data
 * and may hold any characters.
 *
 * @param name name of the spans
 * @param subject what they are about without values, see {@link io.profiler.report.ReportSpan#sharedSubject()}; null if
 *     nothing tells, or if only the name counts
 * @since 0.1
 */
public record Step(String name, @Nullable String subject) {

    /** {@return both, as in {@code db SELECT name FROM owner WHERE id = ?}} */
    public String words() {
        return subject == null || subject.isEmpty() ? name : name + " " + subject;
    }
}
