// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.List;

/** Tells classes of frameworks, drivers and the JDK, and those that are made while an application runs, from its own. */
final class LibraryFrames {

    private static final List<String> LIBRARIES = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "jakarta.",
            "kotlin.",
            "kotlinx.",
            "org.springframework.",
            "org.apache.catalina.",
            "org.apache.coyote.",
            "org.apache.tomcat.",
            "org.apache.hc.",
            "org.apache.http.",
            "org.apache.kafka.",
            "org.apache.ibatis.",
            "org.eclipse.jetty.",
            "io.undertow.",
            "io.netty.",
            "reactor.",
            "org.hibernate.",
            "org.jooq.",
            "com.zaxxer.hikari.",
            "com.fasterxml.jackson.",
            "tools.jackson.",
            "io.micrometer.",
            "org.aspectj.",
            "org.aopalliance.",
            "net.ttddyy.",
            "org.postgresql.",
            "com.mysql.",
            "org.mariadb.",
            "oracle.",
            "org.h2.",
            "org.sqlite.",
            "com.mongodb.",
            "io.lettuce.",
            "com.rabbitmq.",
            "io.profiler.trace.",
            "io.profiler.autoconfigure.");

    /** Spring's own samples are applications. */
    private static final String SAMPLES = "org.springframework.samples.";

    private static final List<String> GENERATED = List.of("$$SpringCGLIB$$", "$$Lambda", "$Proxy", "$HibernateProxy$");

    private LibraryFrames() {}

    static boolean isOne(String className) {
        return isGenerated(className) || isOfLibrary(className) && !isOfSample(className);
    }

    static boolean isOfSample(String name) {
        return name.startsWith(SAMPLES);
    }

    private static boolean isGenerated(String className) {
        for (String part : GENERATED) {
            if (className.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfLibrary(String className) {
        for (String beginning : LIBRARIES) {
            if (className.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
