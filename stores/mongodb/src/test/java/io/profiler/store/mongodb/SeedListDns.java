// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.spi.dns.DnsClient;
import com.mongodb.spi.dns.DnsClientProvider;
import com.mongodb.spi.dns.DnsException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The name server of the tests: one domain, whose seed list names one port of this host. */
public final class SeedListDns implements DnsClientProvider {

    static final String HOST = "node-1.profiler.example";

    private static volatile int port;
    private static volatile CountDownLatch silence = new CountDownLatch(0);

    static void answerWithPort(int answered) {
        port = answered;
    }

    static void fail() {
        port = 0;
    }

    /** Nobody gets an answer until the latch is down. */
    static void waitFor(CountDownLatch latch) {
        silence = latch;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new DnsException("interrupted", e);
        }
    }

    @Override
    public DnsClient create() {
        return (name, type) -> {
            await(silence);
            if (port == 0) {
                throw new DnsException("the name server is away", new IllegalStateException());
            }
            return type.equals("SRV") ? List.of("0 0 " + port + " " + HOST + ".") : List.of();
        };
    }
}
