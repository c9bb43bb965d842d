// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

/** OSprofiler's names. */
final class OsprofilerIndexes {

    static final String POINTS = "osprofiler-notifications";
    static final String FAILED = "osprofiler-notifications-error";

    private OsprofilerIndexes() {}
}
