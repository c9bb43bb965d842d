// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.internal.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Makes a database that only its owner can read, whatever the umask: what requests asked for is nobody else's. One that
 * is there already stays as it is, and what a driver makes beside a database has that one's rights.
 */
final class PrivateFiles extends DelegatingDataSource {

    private static final boolean HAS_MODES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final DataSource connections;
    private final DatabaseFile file;
    private final boolean mustExist;

    PrivateFiles(DataSource connections, DatabaseFile file, boolean mustExist) {
        super(connections);
        this.connections = connections;
        this.file = file;
        this.mustExist = mustExist;
    }

    @Override
    public Connection getConnection() throws SQLException {
        boolean made = HAS_MODES && !mustExist && file.isMissing() && makeEmpty();
        try {
            return connections.getConnection();
        } catch (SQLException refused) {
            removeIfEmpty(made);
            throw refused;
        } finally {
            file.companions().forEach(this::giveRightsOfDatabase);
        }
    }

    /** Where that is not possible, the driver says why. */
    private boolean makeEmpty() {
        try {
            Path folder = file.path().toAbsolutePath().getParent();
            if (file.makesFolders() && folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(file.path(), OwnerOnly.attributes(file.path()));
            return true;
        } catch (IOException impossible) {
            return false;
        }
    }

    private void removeIfEmpty(boolean made) {
        try {
            if (made && Files.size(file.path()) == 0) {
                Files.delete(file.path());
            }
        } catch (IOException gone) {
            debug(gone);
        }
    }

    private void giveRightsOfDatabase(Path companion) {
        try {
            if (HAS_MODES && Files.exists(companion)) {
                Files.setPosixFilePermissions(companion, Files.getPosixFilePermissions(file.path()));
            }
        } catch (IOException gone) {
            debug(gone);
        }
    }

    private static void debug(IOException gone) {
        LoggerFactory.getLogger(PrivateFiles.class).debug("A file of a database is gone, or another user's", gone);
    }
}
