// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.nio.file.Path;

/**
 * A file that takes what waits while the store is away, and gives it back when the store is, also after a crash.
 *
 * @param file what only this application uses; a second store's has {@code .1} behind its name, and so on
 * @param maxBytes how long it may get
 * @since 0.1
 */
public record SpoolSettings(Path file, long maxBytes) {

    SpoolSettings ofStore(int index) {
        return index == 0 ? this : new SpoolSettings(Path.of(file + "." + index), maxBytes);
    }
}
