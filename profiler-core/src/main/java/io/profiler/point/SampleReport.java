// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

/**
 * Names of what a service says of the looks at the threads of a request: {@code info.samples} of the stop of its topmost span. Where
 * no span is around the request, each span at the top tells those since the last one ended, up to eight of them.
 *
 * <pre>{@code
 * "samples": {
 *   "every": 10.2,                          milliseconds from one look at a thread to the next, on the average
 *   "from": 1043.0,                         since when somebody looked, in milliseconds since the service opened the trace
 *   "to": 9332.6,                           until when
 *   "ended": 9332.8,                        when the span ended that tells it
 *   "taken": 812,                           how many looks there were
 *   "left_out": 0,                          how many of them are not told, for want of room
 *   "refused": true,                        nobody looked, though that was asked for: with taken and left_out alone; missing otherwise
 *   "frames": ["com.acme.Price.of"],        classes and methods
 *   "spans": [
 *     {"span": "5f1c…",                     the span that was looked at; missing where it is not known
 *      "stacks": "0=3r(1=2r,1l)",           what was seen, the outermost call first: numbers of frames, and behind = how often a look
 *                                           found that call on top, and what it did there
 *      "times": "1043:0 102:0 99:1"}        for each look the tenths of a millisecond since the one before, and which leaf of the
 *   ]                                       stacks it is; may be missing, or end early
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class SampleReport {

    /** The member of {@code info} that holds it. */
    public static final String MEMBER = "samples";

    private SampleReport() {}
}
