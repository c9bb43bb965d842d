// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.List;

/** Calls that are on a stack only because of how a method was called, and tell a reader nothing: proxies and reflection. */
final class Noise {

    private static final List<String> BEGINNINGS = List.of(
            "jdk.internal.reflect.",
            "java.lang.reflect.Method.invoke",
            "java.lang.reflect.Constructor.newInstance",
            "java.lang.invoke.",
            "jdk.internal.vm.Continuation",
            "java.lang.VirtualThread.",
            "jdk.proxy",
            "com.sun.proxy.",
            "org.springframework.aop.framework.",
            "org.springframework.aop.support.AopUtils.",
            "org.springframework.cglib.",
            "net.ttddyy.dsproxy.",
            "io.profiler.trace.",
            "io.profiler.autoconfigure.");

    private static final List<String> PARTS =
            List.of("$$Lambda", "$$SpringCGLIB$$", "$$FastClass", "$$EnhancerBy", ".$Proxy");

    private Noise() {}

    static boolean is(String frame) {
        return FrameRoles.beginsWithOne(BEGINNINGS, frame) || PARTS.stream().anyMatch(frame::contains);
    }
}
