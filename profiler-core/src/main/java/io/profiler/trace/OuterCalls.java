// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.sample.Stack;
import java.util.List;

/** The calls by which a thread comes to the application: of the JDK, of servers, and of what they serve. */
final class OuterCalls {

    private static final List<String> BEGINNINGS = List.of(
            "java.",
            "javax.",
            "jakarta.servlet.",
            "jdk.",
            "sun.",
            "io.profiler.trace.",
            "io.profiler.autoconfigure.",
            "org.apache.catalina.",
            "org.apache.coyote.",
            "org.apache.tomcat.",
            "org.eclipse.jetty.",
            "io.undertow.",
            "org.xnio.",
            "io.netty.",
            "reactor.",
            "kotlinx.coroutines.",
            "kotlin.coroutines.",
            "org.springframework.");

    private OuterCalls() {}

    /** The first call that is none of them; 0 if all are. */
    static int end(Stack stack) {
        for (int i = 0; i < stack.depth(); i++) {
            if (!isOne(stack.name(i))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isOne(String frame) {
        return BEGINNINGS.stream().anyMatch(frame::startsWith) && !LibraryFrames.isOfSample(frame);
    }
}
