// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import java.util.List;

/** Looks for what one rule is about. */
interface Detector {

    /** What was found, the weightiest first; nothing if it is not worth a word. */
    List<Finding> find(Evidence evidence);
}
