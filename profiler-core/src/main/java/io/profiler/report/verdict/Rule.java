// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

/**
 * What a finding is about.
 *
 * @since 0.1
 */
public enum Rule {
    /** Waiting until a pool or a database gave a connection. */
    CONNECTION("Wait for a connection", "Let go of connections sooner, or give the pool more of them."),
    /** What failed, and was done again. */
    FAILED_TRIES(
            "Failed tries", "Find out why it fails; shorter timeouts and fewer tries make waiting for it shorter."),

    /** What is slow once only. */
    COLD_START("Cold start", "It is slow once: measure again before you change anything."),
    /** The same statement or call over and over. */
    REPEATS("N+1", "Ask once for all: a join, an entity graph, a batch, IN (…), or a call that takes many ids."),
    /** The same change, message or call that may be one, over and over. */
    ONE_BY_ONE(
            "One by one",
            "Send many at once where whoever gets them can take them: a batch, a list in one call, a transaction for all."),
    /** Calls of which each waits for the one before. */
    SEQUENTIAL_CALLS(
            "One after another", "Unless a call needs what another one has answered, let them run side by side."),
    /** One method in which looks found threads most of the time. */
    HOT_METHOD("Hot method", "Look at what this method does, or at what it waits for."),
    /** Filters, security, argument resolution. */
    BEFORE_CONTROLLER("Before the controller", "Look at filters, authentication and the reading of the body."),
    /** Time of a request that no span and no phase explains. */
    NO_SPAN("In no span", "Trace the code that runs there: a layer, an annotation or a span of your own."),
    /** The same thing a few times that takes most of the time. */
    ONE_OPERATION("One operation", "Make it faster, or ask for it once."),

    /** One span that takes most of the time. */
    ONE_SPAN("One span", "Make this one faster, ask for less, or do it later."),
    /** One thing that requests go through, such as the making of the answer. */
    ONE_PHASE("One phase", "Look at what is done there: filters, the reading of the body, the writing of the answer."),
    /** Failed, and nobody was told. */
    SWALLOWED_ERROR("Swallowed error", "Look whether the answer is right without what failed here."),
    /** Goes on when the request has been answered. */
    AFTER_ANSWER("After the answer", "Nobody waits for it, but it takes a thread and perhaps a connection."),
    /** Nobody asked for the trace. */
    UNASKED("Not asked for", "What is not in it, a trace that is asked for may show.");

    private final String title;
    private final String advice;

    Rule(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    /** {@return what it is called, in two or three words} */
    public String title() {
        return title;
    }

    /** {@return what to do about it, in one sentence} */
    public String advice() {
        return advice;
    }
}
