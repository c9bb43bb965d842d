// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import java.net.URI;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Mono;

/** Has the other service answer, in each way that Spring has to ask it. */
@RestController
class Callers {

    private final RestClient.Builder restClient;
    private final RestTemplateBuilder restTemplate;
    private final WebClient.Builder webClient;

    Callers(RestClient.Builder restClient, RestTemplateBuilder restTemplate, WebClient.Builder webClient) {
        this.restClient = restClient;
        this.restTemplate = restTemplate;
        this.webClient = webClient;
    }

    @GetMapping("/rest-client")
    String restClient(@RequestParam URI url) {
        return String.valueOf(restClient.build().get().uri(url).retrieve().body(String.class));
    }

    @GetMapping("/rest-client-post")
    String restClientPost(@RequestParam URI url) {
        return String.valueOf(
                restClient.build().post().uri(url).body("text").retrieve().body(String.class));
    }

    @GetMapping("/rest-template")
    String restTemplate(@RequestParam URI url) {
        return String.valueOf(restTemplate.build().getForObject(url, String.class));
    }

    @GetMapping("/http-exchange")
    String httpExchange(@RequestParam URI url) {
        RestClient client = restClient.baseUrl(url.toString()).build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(Other.class)
                .owner();
    }

    @GetMapping("/web-client")
    String webClient(@RequestParam URI url) {
        return String.valueOf(webClient
                .build()
                .get()
                .uri(url)
                .retrieve()
                .bodyToMono(String.class)
                .block());
    }

    @GetMapping("/web-client-mono")
    Mono<String> webClientMono(@RequestParam URI url) {
        return webClient.build().get().uri(url).retrieve().bodyToMono(String.class);
    }

    /** A declared client. */
    interface Other {
        @GetExchange("/owners/7")
        String owner();
    }
}
