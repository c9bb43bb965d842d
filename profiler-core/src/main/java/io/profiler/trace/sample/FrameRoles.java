// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of methods that tell what a thread does: each entry the beginning of {@code package.Class.method}. */
final class FrameRoles {

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private static final List<String> DRIVERS = List.of(
            "org.postgresql.",
            "com.mysql.",
            "org.mariadb.",
            "oracle.jdbc.",
            "oracle.net.",
            "com.microsoft.sqlserver.",
            "com.ibm.db2.",
            "org.h2.",
            "org.hsqldb.",
            "org.apache.derby.",
            "org.sqlite.",
            "com.clickhouse.",
            "io.r2dbc.",
            "com.mongodb.",
            "io.lettuce.",
            "redis.clients.jedis.",
            "com.datastax.",
            "org.neo4j.driver.",
            "com.couchbase.client.");

    /** Tried in this order; the first that fits holds. */
    private static final Map<String, Role> KNOWN = known();

    private FrameRoles() {}

    private static Map<String, Role> known() {
        Map<String, Role> known = new LinkedHashMap<>();
        put(known, Role.PARK, "jdk.internal.misc.Unsafe.park", "java.util.concurrent.locks.LockSupport.park");
        put(known, Role.SLEEP, "java.lang.Thread.sleep");
        put(
                known,
                Role.QUEUE,
                "java.lang.Object.wait",
                "sun.nio.ch.EPoll.",
                "sun.nio.ch.KQueue.",
                "sun.nio.ch.WEPoll.");
        put(
                known,
                Role.QUEUE,
                "sun.nio.ch.SelectorImpl.",
                "io.netty.channel.epoll.Native.",
                "io.netty.channel.kqueue.");
        put(known, Role.LOCK, "java.util.concurrent.locks.ReentrantLock", "java.util.concurrent.locks.StampedLock");
        put(known, Role.LOCK, "java.util.concurrent.locks.ReentrantReadWriteLock");
        put(known, Role.SOCKET, "sun.nio.ch.NioSocketImpl.", "sun.nio.ch.SocketChannelImpl.", "sun.nio.ch.Net.");
        put(known, Role.SOCKET, "sun.nio.ch.SocketDispatcher.", "sun.nio.ch.DatagramChannelImpl.", "java.net.Socket");
        put(known, Role.SOCKET, "java.net.Inet4AddressImpl.", "java.net.Inet6AddressImpl.");
        put(known, Role.FILE, "java.io.FileInputStream.", "java.io.FileOutputStream.", "java.io.RandomAccessFile.");
        put(known, Role.FILE, "java.io.UnixFileSystem.", "java.io.WinNTFileSystem.", "sun.nio.ch.FileChannelImpl.");
        put(known, Role.FILE, "sun.nio.ch.FileDispatcherImpl.", "sun.nio.ch.UnixFileDispatcherImpl.", "sun.nio.fs.");
        put(known, Role.FILE, "java.util.zip.ZipFile");
        put(known, Role.LOADING, "java.lang.ClassLoader.loadClass", "java.lang.ClassLoader.defineClass");
        put(
                known,
                Role.LOADING,
                "jdk.internal.loader.",
                "java.net.URLClassLoader.",
                "org.springframework.boot.loader.");
        put(known, Role.LOADING, "java.lang.invoke.MethodHandleNatives.link", "java.lang.Class.forName0");
        return known;
    }

    private static void put(Map<String, Role> known, Role role, String... beginnings) {
        for (String beginning : beginnings) {
            known.put(beginning, role);
        }
    }

    static Role of(String frame) {
        for (Map.Entry<String, Role> entry : KNOWN.entrySet()) {
            if (frame.startsWith(entry.getKey())) {
                return entry.getValue();
            }
        }
        if (beginsWithOne(JDK, frame)) {
            return Role.JDK;
        }
        return beginsWithOne(DRIVERS, frame) ? Role.DRIVER : Role.APPLICATION;
    }

    static boolean beginsWithOne(List<String> beginnings, String frame) {
        for (String beginning : beginnings) {
            if (frame.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
