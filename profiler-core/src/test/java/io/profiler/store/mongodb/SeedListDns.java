// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.spi.dns.DnsClient;
import com.mongodb.spi.dns.DnsClientProvider;
import com.mongodb.spi.dns.DnsException;
import java.util.List;

/** The name server of the tests: one domain, whose seed list names one port of this host. */
public final class SeedListDns implements DnsClientProvider {

    static final String HOST = "node-1.profiler.example";

    private static volatile int port;

    static void answerWithPort(int answered) {
        port = answered;
    }

    static void fail() {
        port = 0;
    }

    @Override
    public DnsClient create() {
        return (name, type) -> {
            if (port == 0) {
                throw new DnsException("the name server is away", new IllegalStateException());
            }
            return type.equals("SRV") ? List.of("0 0 " + port + " " + HOST + ".") : List.of();
        };
    }
}
