// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.samples.Call;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Leaf;
import io.profiler.report.samples.Look;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The pieces that looks at one span make of a time in which nothing below it ran. Used once. */
final class SlicesOfLooks {

    private final CallForest forest;
    private final int level;
    private final int most;
    private final SpanLabel label = new SpanLabel();
    private final List<Slice> slices = new ArrayList<>();
    /** Which of the pieces go on, the outermost first, and what they are of. */
    private final List<Integer> open = new ArrayList<>();

    private final List<Frame> openFrames = new ArrayList<>();

    /** A call, or what the thread did in it. */
    private record Frame(int call, String name) {}

    SlicesOfLooks(CallForest forest, int level, int most) {
        this.forest = forest;
        this.level = level;
        this.most = most;
    }

    /**
     * Draws looks from one time to another.
     *
     * @param eachMicros how far a look reaches at most to each side
     */
    List<Slice> draw(List<Look> looks, long fromMicros, long toMicros, long eachMicros) {
        long drawnTo = fromMicros;
        for (int i = 0; i < looks.size() && slices.size() < most; i++) {
            long at = looks.get(i).atMicros();
            long next = i + 1 < looks.size() ? looks.get(i + 1).atMicros() : toMicros + eachMicros;
            long from = Math.max(drawnTo, at - eachMicros);
            if (from > drawnTo) {
                closeTo(0, drawnTo);
            }
            draw(frames(forest.leaves().get(looks.get(i).leaf())), from);
            drawnTo = Math.max(from, Math.min(toMicros, Math.min(at + eachMicros, at + (next - at) / 2)));
        }
        closeTo(0, drawnTo);
        return slices;
    }

    private List<Frame> frames(Leaf leaf) {
        List<Frame> frames = new ArrayList<>();
        String kind = leaf.kind().frame();
        if (kind != null) {
            frames.add(new Frame(Call.NONE, kind));
        }
        for (int call = leaf.call();
                call != Call.NONE;
                call = forest.calls().get(call).caller()) {
            frames.add(new Frame(call, forest.calls().get(call).method()));
        }
        Collections.reverse(frames);
        return frames;
    }

    private void draw(List<Frame> frames, long fromMicros) {
        int common = 0;
        while (common < Math.min(frames.size(), openFrames.size())
                && frames.get(common).equals(openFrames.get(common))) {
            common++;
        }
        closeTo(common, fromMicros);
        frames.subList(common, frames.size()).forEach(frame -> open(frame, fromMicros));
    }

    private void open(Frame frame, long fromMicros) {
        open.add(slices.size());
        openFrames.add(frame);
        slices.add(new Slice(null, label.visible(frame.name()), level + open.size() - 1, fromMicros, fromMicros));
    }

    private void closeTo(int depth, long toMicros) {
        for (int number : open.subList(depth, open.size())) {
            slices.set(number, slices.get(number).until(toMicros));
        }
        open.subList(depth, open.size()).clear();
        openFrames.subList(depth, openFrames.size()).clear();
    }
}
