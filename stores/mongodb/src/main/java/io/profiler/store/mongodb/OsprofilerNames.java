// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

/** OSprofiler's names. */
final class OsprofilerNames {

    /** A database in a connection string is only where its user is looked up. */
    static final String DATABASE = "osprofiler";

    static final String POINTS = "profiler";
    static final String FAILED = "profiler_error";

    private OsprofilerNames() {}
}
