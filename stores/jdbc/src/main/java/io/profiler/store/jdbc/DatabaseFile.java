// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/**
 * The file of an embedded database.
 *
 * @param path where it is
 * @param companions what the driver makes beside it, without asking who may read that
 * @param makesFolders whether the driver makes the folders that it is in
 * @param shown what a user calls it
 */
record DatabaseFile(Path path, List<Path> companions, boolean makesFolders, String shown) {

    private static final Pattern PLACE =
            Pattern.compile("jdbc:(?:h2|sqlite):(?:file:(?://(?=/))?)?(?<path>(?:[A-Za-z]:[/\\\\])?[^:]+)");
    private static final Pattern HOME = Pattern.compile("^~(?=[/\\\\])");

    /** The file, if the database is in an ordinary one. */
    static Optional<DatabaseFile> of(JdbcAddress address) {
        Matcher place = PLACE.matcher(address.url().place());
        if (!address.isEmbedded() || !place.matches()) {
            return Optional.empty();
        }
        try {
            String path = place.group("path");
            return Optional.of(address.dialect() == Dialect.H2 ? ofH2(path) : ofSqlite(sqlitePath(place, path)));
        } catch (IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }

    private static DatabaseFile ofH2(String name) {
        String path = HOME.matcher(name).replaceFirst(Matcher.quoteReplacement(System.getProperty("user.home")));
        return new DatabaseFile(
                Path.of(path + ".mv.db"), List.of(Path.of(path + ".lock.db"), Path.of(path + ".trace.db")), true, name);
    }

    /** What is written as a URI is decoded by SQLite. */
    private static String sqlitePath(Matcher place, String path) {
        return place.group().startsWith("jdbc:sqlite:file:")
                ? StringUtils.uriDecode(path, StandardCharsets.UTF_8)
                : path;
    }

    /** SQLite gives what it makes beside it the rights of the database. */
    private static DatabaseFile ofSqlite(String path) {
        return new DatabaseFile(Path.of(path), List.of(), false, path);
    }

    boolean isMissing() {
        return Files.notExists(path);
    }
}
