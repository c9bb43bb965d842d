// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.spi.dns.InetAddressResolver;
import com.mongodb.spi.dns.InetAddressResolverProvider;
import java.net.InetAddress;
import java.util.List;

/** Finds the host of {@link SeedListDns} on this machine, and every other one where it is. */
public final class SeedListHosts implements InetAddressResolverProvider {

    @Override
    public InetAddressResolver create() {
        return host -> host.equals(SeedListDns.HOST)
                ? List.of(InetAddress.getLoopbackAddress())
                : List.of(InetAddress.getAllByName(host));
    }
}
