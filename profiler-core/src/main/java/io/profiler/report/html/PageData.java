// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import tools.jackson.core.JsonGenerator;

/**
 * What a page shows.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface PageData {

    /**
     * Writes one JSON value. Called once for each page, on the thread that writes it.
     *
     * @param json takes any text, since what it writes cannot leave the script's block; not to be closed
     */
    void write(JsonGenerator json);
}
