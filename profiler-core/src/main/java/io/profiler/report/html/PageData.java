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

    /** Writes one JSON value. */
    void write(JsonGenerator json);
}
