// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.store.backend.TraceCatalogue.Activity;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes one of two sequences that begin with their latest activities; lazily. */
final class LatestFirst implements Iterator<Activity> {

    private final Iterator<Activity> one;
    private final Iterator<Activity> other;
    private @Nullable Activity nextOfOne;
    private @Nullable Activity nextOfOther;

    private LatestFirst(Iterator<Activity> one, Iterator<Activity> other) {
        this.one = one;
        this.other = other;
    }

    static Stream<Activity> of(Stream<Activity> one, Stream<Activity> other) {
        Iterator<Activity> merged = new LatestFirst(one.iterator(), other.iterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(merged, Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        nextOfOne = nextOfOne == null && one.hasNext() ? one.next() : nextOfOne;
        nextOfOther = nextOfOther == null && other.hasNext() ? other.next() : nextOfOther;
        return nextOfOne != null || nextOfOther != null;
    }

    @Override
    public Activity next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Activity first = nextOfOne;
        Activity second = nextOfOther;
        if (first == null || second != null && second.timestamp().compareTo(first.timestamp()) > 0) {
            nextOfOther = null;
            return Objects.requireNonNull(second);
        }
        nextOfOne = null;
        return first;
    }
}
