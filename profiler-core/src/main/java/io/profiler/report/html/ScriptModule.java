// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import java.util.List;
import java.util.Set;

/**
 * A script as one part of a page.
 *
 * @param path on the class path
 * @param declared all names at its top, exported or not
 * @param body its text without imports and without the word {@code export}
 */
record ScriptModule(String path, List<Import> imports, Set<String> exports, Set<String> declared, String body) {

    /**
     * A statement that imports.
     *
     * @param from path of the other script, relative to this one
     * @param line where the statement begins
     */
    record Import(List<String> names, String from, int line) {}
}
