// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Parts of paths that are ids although they do not look like it by themselves: {@code how-to-cook} in
 * {@code /articles/how-to-cook}. It takes several calls that differ in that part alone, and something that tells a list of
 * things from a few things of a service.
 */
final class PathIds {

    private static final String ID = "{id}";
    private static final int FEWEST = 5;
    private static final int MOST_PARTS = 12;
    private static final int LONGEST = 500;
    /** Of five, one may be a word. */
    private static final double SLUGS = 0.8;

    private static final Pattern SLUG = Pattern.compile(".*[-_.:~%@0-9].*");
    private static final Pattern MANY_THINGS =
            Pattern.compile("(?:[\\w-]{2,}[^s]s|by-?\\w+|name|slug|key|code|sku|isbn|tag)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_THINGS = Pattern.compile(
            "api|apis|rest|v[0-9.]+|services?|internal|public|ws|rpc|gateway|resources", Pattern.CASE_INSENSITIVE);

    /** What stands in one place of paths that are equal but for it. */
    private record Place(String before, Set<String> parts) {

        boolean isOfIds() {
            return parts.size() >= FEWEST
                    && !NO_THINGS.matcher(before).matches()
                    && (MANY_THINGS.matcher(before).matches() || areSlugs());
        }

        private boolean areSlugs() {
            return parts.stream().filter(part -> SLUG.matcher(part).matches()).count() >= SLUGS * parts.size();
        }
    }

    private final Map<String, Place> places = new HashMap<>();

    private PathIds() {}

    /** Takes n steps for n spans. */
    static PathIds of(Collection<ReportSpan> spans, Predicate<ReportSpan> remote) {
        PathIds ids = new PathIds();
        Set<String> known = new HashSet<>();
        for (ReportSpan span : spans) {
            String what = remote.test(span) ? span.sharedSubject() : null;
            if (what != null && what.length() <= LONGEST && known.add(what)) {
                ids.add(what);
            }
        }
        ids.places.values().removeIf(place -> !place.isOfIds());
        return ids;
    }

    private void add(String what) {
        List<String> parts = parts(what);
        for (int i = first(parts); i < parts.size(); i++) {
            String before = parts.get(i - 1);
            places.computeIfAbsent(hide(parts, i), key -> new Place(before, new HashSet<>()))
                    .parts()
                    .add(parts.get(i));
        }
    }

    /** The same without such ids. */
    Operation hide(Operation operation) {
        String what = operation.what();
        return what == null || places.isEmpty()
                ? operation
                : new Operation(operation.name(), hide(what), operation.service());
    }

    private String hide(String what) {
        List<String> parts = parts(what);
        for (int i = parts.size() - 1; i >= first(parts); i--) {
            String hidden = hide(parts, i);
            if (places.containsKey(hidden)) {
                return hidden;
            }
        }
        return what;
    }

    private static List<String> parts(String what) {
        return List.of(what.split("/", MOST_PARTS));
    }

    /** The first part of a path that may be an id: whatever is before it tells of what. */
    private static int first(List<String> parts) {
        return parts.size() > 1 && parts.get(0).endsWith(":") ? 4 : 2;
    }

    private static String hide(List<String> parts, int index) {
        return String.join("/", parts.subList(0, index)) + "/" + ID
                + (index + 1 < parts.size() ? "/" + String.join("/", parts.subList(index + 1, parts.size())) : "");
    }
}
