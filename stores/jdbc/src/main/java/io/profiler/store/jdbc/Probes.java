// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

/**
 * Questions about itself that each database wants to be asked in its own way.
 *
 * @param epochSeconds query for its clock, in seconds since the epoch with a fraction
 * @param bytes query for the size of the table of trace points with its indexes, or of the file
 */
record Probes(String epochSeconds, String bytes) {

    static final Probes OF_POSTGRESQL =
            new Probes("SELECT EXTRACT(EPOCH FROM CURRENT_TIMESTAMP)", "SELECT pg_total_relation_size('data')");

    static final Probes OF_MYSQL = new Probes(
            "SELECT UNIX_TIMESTAMP(NOW(6))",
            "SELECT data_length + index_length FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_name = 'data'");

    /** A table is told to take no space until what it holds is written to the file. */
    static final Probes OF_H2 = new Probes(
            "SELECT EXTRACT(EPOCH FROM CURRENT_TIMESTAMP)",
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.FILE_SIZE'");

    static final Probes OF_SQLITE = new Probes(
            "SELECT (julianday('now') - 2440587.5) * 86400.0",
            "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
}
