// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseHostsTest {

    private static final HouseHosts HOUSE = new HouseHosts(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://orders",
                "http://orders:8080/path?query",
                "https://ORDERS/",
                "http://order_service:8080/",
                "http://order_service.shop.svc",
                "HTTP://orders/",
                "http://user:password@orders/",
                "http://evil.com@orders/",
                "http://localhost:8080",
                "http://orders.local",
                "http://Orders.Internal:80",
                "http://orders.shop.svc",
                "http://orders.shop.svc.cluster.local",
                "http://orders.shop.svc.cluster.local.:80",
                "http://127.0.0.1",
                "http://127.8.9.10:1",
                "http://10.0.0.1",
                "http://172.16.0.1",
                "http://172.31.255.255",
                "http://192.168.1.1:8080",
                "http://[::1]:8080/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[fd12:3456::1]/",
                "http://[FC00::1]/"
            })
    void areKnownByTheirNames(String uri) {
        assertThat(HOUSE.contain(URI.create(uri))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "http://localhost.evil.com",
                "http://orders.local.evil.com",
                "http://orders.svc.evil.com/",
                "http://evil.com/orders.local",
                "http://evil.com?orders.local",
                "http://evil.com#.local",
                "http://orders@evil.com/",
                "http://orders:80@evil.com:80/",
                "http://127.0.0.1@evil.com/",
                "http://notlocal.com",
                "http://evillocal.com",
                "http://local.com",
                "http://orders.local..",
                "http://orders./",
                "http://ai./",
                "http://order_service./",
                "http://order_service.evil.com/",
                "http://order_service@evil.com/",
                "http://a_b:80@evil.com/",
                "http://evil.com:80:order_service/",
                "http://.local",
                "http://-orders-.local",
                "http://2130706433/",
                "http://134744072/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://0x/",
                "http://127.1/",
                "http://127.0.1/",
                "http://0127.0.0.1/",
                "http://127.0.0.01/",
                "http://010.0.0.1/",
                "http://10.0.0.256/",
                "http://10.0.0.1.1/",
                "http://10.0.0.1.evil.com/",
                "http://0.0.0.0/",
                "http://8.8.8.8/",
                "http://169.254.169.254/",
                "http://100.64.0.1/",
                "http://172.15.0.1/",
                "http://172.32.0.1/",
                "http://192.169.0.1/",
                "http://[::]/",
                "http://[2001:db8::1]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25eth0]/",
                "http://[::1%25eth0]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://b\u00fccher/",
                "http://b\u00fccher.local/",
                "http://evil\u3002com/",
                "http://\u2488\u2488\u2488/",
                "http://\u212aitchen/",
                "http:///orders",
                "http:orders",
                "//orders/",
                "/orders",
                "file://orders/etc",
                "ftp://orders/"
            })
    void othersAreNot(String uri) {
        assertThat(HOUSE.contain(URI.create(uri))).isFalse();
    }

    @Test
    void noHostIsNone() {
        assertThat(HOUSE.contain((String) null)).isFalse();
        assertThat(HOUSE.contain("")).isFalse();
        assertThat(HOUSE.contain("a".repeat(300))).isFalse();
        assertThat(HOUSE.contain("[orders]")).isFalse();
        assertThat(HOUSE.contain("[evil.com]")).isFalse();
    }

    @Test
    void othersAreNamed() {
        HouseHosts house =
                new HouseHosts(List.of("api.example.com", " *.Example.org ", "192.0.2.1", "[2001:db8::1]", ""));

        assertThat(List.of(
                        "http://api.example.com",
                        "http://API.example.com.:80/",
                        "http://a.example.org",
                        "http://b.a.example.org",
                        "http://192.0.2.1",
                        "http://[2001:DB8:0::1]:80"))
                .allMatch(uri -> house.contain(URI.create(uri)));
        assertThat(List.of(
                        "http://example.com",
                        "http://x.api.example.com",
                        "http://api.example.com.evil.com",
                        "http://example.org",
                        "http://evilexample.org",
                        "http://192.0.2.2",
                        "http://a.192.0.2.1",
                        "http://[2001:db8::2]"))
                .noneMatch(uri -> house.contain(URI.create(uri)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.",
                "*.*.com",
                "api.*",
                "http://api.example.com",
                "api.example.com:80",
                "a/b",
                "b\u00fccher.de",
                "*.10.0.0.1",
                "1.2",
                "*.[::1]"
            })
    void whatIsNoHostEndsTheStart(String named) {
        assertThatThrownBy(() -> new HouseHosts(List.of(named)))
                .isInstanceOf(ProfilerConfigurationException.class)
                .hasMessageContaining("'profiler.propagation.hosts' names '" + named + "'");
    }
}
