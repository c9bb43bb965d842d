// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import io.profiler.store.internal.QueryText;
import java.time.Duration;

/** Takes an argument for a length of time, such as 7d. */
public final class DurationConverter extends QueryTextConverter<Duration> {

    DurationConverter() {
        super(QueryText::duration);
    }
}
