// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of 92 bytes, with 8 before each, in a file of ten of them. */
class SpoolFileTest {

    private static final int LENGTH = 92;
    private static final long MAX_BYTES = 16 + 10 * 100;

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("spool");
    }

    @Test
    void takesAgainOnceMoreThanHalfIsGivenBack() throws IOException {
        try (SpoolFile file = open(new ArrayList<>())) {
            fill(file);
            assertThat(file.add(record(10))).isFalse();
            remove(file, 5);
            assertThat(file.add(record(10))).isFalse();
            remove(file, 1);
            for (int number = 10; number < 16; number++) {
                assertThat(file.add(record(number))).isTrue();
            }
            assertThat(file.add(record(16))).isFalse();
            assertThat(Files.size(path)).isEqualTo(MAX_BYTES);
            assertThat(file.first()).isEqualTo(record(6));
        }
        assertThat(numbers()).containsExactly(6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    @Test
    void isNeverLongerThanItMayBeHoweverOftenItIsFull() throws IOException {
        int added = 10;
        int removed = 0;
        try (SpoolFile file = open(new ArrayList<>())) {
            fill(file);
            while (removed < 1_000) {
                assertThat(file.first()).isEqualTo(record(removed++));
                remove(file, 1);
                added += file.add(record(added)) ? 1 : 0;
                assertThat(Files.size(path)).isLessThanOrEqualTo(MAX_BYTES);
            }
        }
        assertThat(numbers()).startsWith(removed % 128).hasSize(added - removed);
    }

    @Test
    void noLinkIsFollowedAndWhatItLeadsToIsLeftAsItIs() throws IOException {
        Path other = Files.createFile(folder.resolve("other"));
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(path, other);

        assertThatIOException().isThrownBy(() -> open(new ArrayList<>())).withMessage("it is a link, or no file");
        assertThat(other).isEmptyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(other)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void nothingIsMadeWhereALinkLeads() throws IOException {
        Path other = folder.resolve("other");
        Files.createSymbolicLink(path, other);

        assertThatIOException().isThrownBy(() -> open(new ArrayList<>())).withMessage("it is a link, or no file");
        assertThat(other).doesNotExist();
    }

    @Test
    void aFileOfAnotherUserIsLeftAsItIs() throws IOException {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-")));
        assumeThatCode(() -> Files.setAttribute(path, "unix:uid", 65_534)).doesNotThrowAnyException();

        assertThatIOException().isThrownBy(() -> open(new ArrayList<>())).withMessage("it belongs to another user");
        assertThat(path).isEmptyFile();
        assertThat(Files.list(folder)).containsExactly(path);
    }

    @Test
    void whoHasItOpenKeepsIt() throws IOException {
        try (SpoolFile file = open(new ArrayList<>())) {
            assertThatIOException().isThrownBy(() -> open(new ArrayList<>())).withMessage("it is in use already");
            assertThat(file.add(record(1))).isTrue();
        }
        assertThat(numbers()).containsExactly(1);
    }

    private void fill(SpoolFile file) throws IOException {
        for (int number = 0; number < 10; number++) {
            assertThat(file.add(record(number))).isTrue();
        }
    }

    private static void remove(SpoolFile file, int records) throws IOException {
        for (int i = 0; i < records; i++) {
            file.remove(Objects.requireNonNull(file.first()).length);
        }
    }

    @Test
    void aDamagedLengthTakesNoMemory() throws IOException {
        int length = 1 << 26;
        open(new ArrayList<>()).close();
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(16 + 8 + length);
            file.seek(16);
            file.writeInt(length);
            file.writeInt(1);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(numbers()).isEmpty();

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(length / 4);
    }

    private List<Integer> numbers() throws IOException {
        List<byte[]> present = new ArrayList<>();
        open(present).close();
        return present.stream().map(record -> (int) record[0]).toList();
    }

    private SpoolFile open(List<byte[]> present) throws IOException {
        return SpoolFile.open(path, MAX_BYTES, present::add);
    }

    private static byte[] record(int number) {
        byte[] record = new byte[LENGTH];
        Arrays.fill(record, (byte) (number % 128));
        return record;
    }
}
