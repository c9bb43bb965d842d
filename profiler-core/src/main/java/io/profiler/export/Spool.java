// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes batches while the store is away, if there is a file for them, and gives them back in order. Where it fails, points
 * wait in the queue alone, as without it. Confined to the writer; once there is none, to whoever closes it.
 */
final class Spool implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Spool.class);

    private final OccasionalLog faults = new OccasionalLog(logger);
    private final @Nullable SpoolSettings settings;
    private final WaitingPoints waiting;
    private @Nullable SpoolFile file;
    private boolean opened;

    /** What is left of the first record, and how long that is. */
    private List<TracePoint> first = List.of();

    private int firstLength;

    Spool(@Nullable SpoolSettings settings, WaitingPoints waiting) {
        this.settings = settings;
        this.waiting = waiting;
    }

    /** Takes over what another run left. Does nothing while it is open, or cannot be. */
    void open() {
        if (settings == null || opened) {
            return;
        }
        opened = true;
        try {
            int[] found = new int[1];
            SpoolFile open = SpoolFile.open(
                    settings.file(), settings.maxBytes(), record -> found[0] += SpoolRecord.count(record));
            file = open;
            waiting.recover(found[0]);
            SpoolRecord.prepare();
            tellOfFound(settings, open, found[0]);
        } catch (IOException | RuntimeException | Error unusable) {
            faults.warn("Trace points are kept in memory alone: " + settings.file() + " cannot be used", unusable);
        }
    }

    private static void tellOfFound(SpoolSettings settings, SpoolFile open, int found) {
        if (found > 0) {
            logger.info("{} has {} trace points of an earlier run, which are stored now", settings.file(), found);
        }
        if (open.cut() > 0) {
            logger.warn(
                    "The end of {} was no whole record, as a crash leaves it: {} bytes are cut off",
                    settings.file(),
                    open.cut());
        }
    }

    boolean isEmpty() {
        return file == null || file.isEmpty();
    }

    /** Takes a batch, if it can; it waits in the file from then on. */
    boolean keep(Batch batch) {
        SpoolFile to = file;
        if (to == null || waiting.isClosed()) {
            return false;
        }
        SpoolRecord record = new SpoolRecord(batch.points());
        try {
            if (record.points() > 0 && !to.add(record.bytes())) {
                faults.warn("The file for trace points that wait is as long as it may get");
                return false;
            }
        } catch (IOException full) {
            faults.warn("Trace points are kept in memory alone: the file for them cannot be written", full);
            return false;
        }
        waiting.keep(batch, record.points());
        return true;
    }

    /** Has what was kept outlive the end of the machine, which takes the disk's time. */
    void force() {
        try {
            if (file != null) {
                file.force();
            }
        } catch (IOException refused) {
            faults.warn("Trace points in the file may not outlive the end of the machine", refused);
        }
    }

    /** The points that have waited longest; none if they cannot be read. */
    List<TracePoint> next(int most) {
        try {
            if (first.isEmpty() && file != null) {
                readFirst(file);
            }
        } catch (IOException unreadable) {
            abandon(unreadable);
        }
        return List.copyOf(first.subList(0, Math.min(most, first.size())));
    }

    private void readFirst(SpoolFile from) throws IOException {
        byte[] record = from.first();
        if (record == null) {
            throw new IOException("it is damaged");
        }
        first = SpoolRecord.read(record);
        firstLength = record.length;
        waiting.deliver(0, SpoolRecord.count(record) - first.size());
        if (first.isEmpty()) {
            from.remove(firstLength);
        }
    }

    /** Accounts for what was given back. */
    void delivered(List<TracePoint> points, AppendResult result) {
        waiting.deliver(result.stored(), points.size() - result.stored());
        first = first.subList(points.size(), first.size());
        try {
            if (first.isEmpty() && !points.isEmpty() && file != null) {
                file.remove(firstLength);
            }
        } catch (IOException unwritable) {
            abandon(unwritable);
        }
    }

    private void abandon(IOException fault) {
        faults.warn("Trace points are lost: the file for those that wait is given up", fault);
        waiting.loseKept();
        close();
        opened = true;
    }

    /** What is in the file stays there until it is opened again. */
    @Override
    public void close() {
        SpoolFile closing = file;
        file = null;
        first = List.of();
        opened = false;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (IOException unclosed) {
            faults.warn("The file for trace points that wait cannot be closed", unclosed);
        }
    }
}
