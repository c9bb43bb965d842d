// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What may make a comparison one of different things. */
final class Cautions {

    private static final int NAMED = 3;

    private final Side before;
    private final Side after;
    private final Likeness likeness;

    Cautions(Comparison comparison) {
        this.likeness = new Likeness(comparison);
        this.before = comparison.before();
        this.after = comparison.after();
    }

    List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        addIfMixed("first", before, sentences);
        addIfMixed("second", after, sentences);
        if (sentences.isEmpty() && likeness.areRequestsOther()) {
            sentences.add(new Sentence("The requests differ: ", List.of(words(before), words(after)), ""));
        }
        addIfLossy("first", before, sentences);
        addIfLossy("second", after, sentences);
        Sentence cold = Warmth.caution(before, after);
        if (cold != null) {
            sentences.add(cold);
        }
        if (areRangesCommon()) {
            sentences.add(Sentence.of("The ranges of the totals overlap: the difference may be chance"));
        }
        return sentences;
    }

    private static void addIfMixed(String which, Side side, List<Sentence> sentences) {
        if (side.requests().size() > 1) {
            sentences.add(
                    new Sentence("The " + which + " traces are of different requests: ", List.of(words(side)), ""));
        }
    }

    private static void addIfLossy(String which, Side side, List<Sentence> sentences) {
        String loss = side.loss();
        if (loss != null) {
            String of = side.isSeveral() ? "Of one of the " + which + " traces, " : "Of the " + which + " trace, ";
            sentences.add(Sentence.of(of + loss + ": figures are of what is there"));
        }
    }

    private boolean areRangesCommon() {
        return before.isSeveral() && after.isSeveral() && before.micros().overlaps(after.micros());
    }

    private static String words(Side side) {
        List<String> requests = side.requests().stream()
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
        return requests.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (requests.size() > NAMED ? ", …" : "");
    }
}
