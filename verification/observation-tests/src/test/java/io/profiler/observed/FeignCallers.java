// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import feign.Body;
import feign.Capability;
import feign.Client;
import feign.Feign;
import feign.Headers;
import feign.RequestLine;
import feign.Retryer;
import feign.Target;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.openfeign.loadbalancer.BalancedClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Has the other service answer by declared clients of Feign, built with the capabilities that are beans, as Spring Cloud does. */
@RestController
class FeignCallers {

    private final Other other;
    private final Other balanced;

    FeignCallers(ObjectProvider<Capability> capabilities) {
        this.other = client(Feign.builder(), capabilities);
        this.balanced =
                client(Feign.builder().client(new BalancedClient(new Client.Default(null, null))), capabilities);
    }

    private static Other client(Feign.Builder builder, ObjectProvider<Capability> capabilities) {
        capabilities.orderedStream().forEach(builder::addCapability);
        return builder.retryer(Retryer.NEVER_RETRY).target(Target.EmptyTarget.create(Other.class));
    }

    /** By the name of a service, of which only the balancer knows where it is. */
    @GetMapping("/feign-balanced")
    String getBalanced(@RequestParam URI url) {
        return balanced.get(BalancedClient.byName(url));
    }

    @GetMapping("/feign")
    String get(@RequestParam URI url) {
        return other.get(url);
    }

    @GetMapping("/feign-post")
    String post(@RequestParam URI url) {
        return other.post(url);
    }

    /** A declared client. */
    interface Other {

        @RequestLine("GET")
        String get(URI url);

        @RequestLine("POST")
        @Headers("Content-Type: text/plain")
        @Body("text")
        String post(URI url);
    }
}
