// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.lettuce.core.RedisFuture;
import io.profiler.internal.LastUsed;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceTally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The figures of traces whose points have to be read for them, as of traces of others: remembered for as long as a list has
 * as many points and the same at its head. Thread-safe.
 */
final class AddedUp {

    /** Of a longer list the ends are read. */
    private static final long LONGEST_READ = 20_000;

    /** As many as a list in an application looks at, if nothing else is said. */
    private static final int MOST_REMEMBERED = 10_000;

    private static final int LONGEST_REMEMBERED = 1_000;

    /** What a list added up to when it was like this. */
    private record Known(long points, int head, @Nullable TraceSummary summary) {

        boolean isOf(long points, int head) {
            return this.points == points && this.head == head;
        }
    }

    private final Points points;
    private final LastUsed<String, AtomicReference<@Nullable Known>> remembered =
            new LastUsed<>(MOST_REMEMBERED, baseId -> new AtomicReference<>());

    AddedUp(Points points) {
        this.points = points;
    }

    /** Those of lists whose figures are not kept; without lists of which no point can be read. */
    List<TraceSummary> of(StringRedisTemplate redis, List<KeptFigures> lists) {
        int[] heads = heads(redis, lists);
        return IntStream.range(0, lists.size())
                .mapToObj(i -> of(redis, lists.get(i), heads[i]))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable TraceSummary of(StringRedisTemplate redis, KeptFigures list, int head) {
        AtomicReference<@Nullable Known> known = remembered.of(list.baseId());
        Known before = known.get();
        if (before != null && before.isOf(list.points(), head)) {
            return before.summary();
        }
        TraceSummary summary = of(redis, list, List.of());
        if (summary == null || textsOf(summary) <= LONGEST_REMEMBERED) {
            known.set(new Known(list.points(), head, summary));
        }
        return summary;
    }

    private static int textsOf(TraceSummary summary) {
        return String.valueOf(summary.name()).length()
                + String.valueOf(summary.service()).length()
                + summary.timestamp().length();
    }

    /** A number for the point at the head of each; whatever is written there, it is not kept. */
    private static int[] heads(StringRedisTemplate redis, List<KeptFigures> lists) {
        int[] heads = new int[lists.size()];
        return DriverCommands.with(redis, server -> {
            List<RedisFuture<Long>> answers = new ArrayList<>(heads.length);
            for (int i = 0; i < heads.length; i++) {
                int at = i;
                byte[] key =
                        AppendCall.utf8(OsprofilerKeys.POINTS + lists.get(i).baseId());
                answers.add(server.lrange(value -> heads[at] = Arrays.hashCode(value), key, 0, 0));
            }
            answers.forEach(answer -> DriverCommands.answer(redis, answer, 0L));
            return heads;
        });
    }

    /**
     * The same of one list as it is now.
     *
     * @param besides points that are not in it
     */
    @Nullable
    TraceSummary of(StringRedisTemplate redis, KeptFigures list, List<TracePoint> besides) {
        TraceTally tally = new TraceTally();
        besides.forEach(tally::add);
        if (list.points() <= LONGEST_READ) {
            points.readList(redis, list.baseId(), list.points(), 0, tally::add);
            return tally.summary();
        }
        points.readEnds(redis, list.baseId(), list.points(), tally::add);
        TraceSummary ends = tally.summary();
        return ends == null ? null : ends.withAtLeast(list.points() / 2, list.errors());
    }
}
