// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.store.QueryText;
import java.time.Duration;

/** Takes an argument for a length of time, such as 7d. */
final class DurationConverter extends QueryTextConverter<Duration> {

    DurationConverter() {
        super(QueryText::duration);
    }
}
