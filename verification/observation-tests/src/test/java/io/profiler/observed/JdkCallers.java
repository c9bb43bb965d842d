// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** Has the other service answer by a client of the JDK that is a bean and follows redirects. */
@RestController
class JdkCallers {

    private final HttpClient client;
    private final RestClient.Builder restClient;

    JdkCallers(HttpClient client, RestClient.Builder restClient) {
        this.client = client;
        this.restClient = restClient;
    }

    @GetMapping("/jdk")
    String sent(@RequestParam URI url) throws IOException, InterruptedException {
        return body(client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()));
    }

    @GetMapping("/jdk-async")
    CompletableFuture<String> sentAsync(@RequestParam URI url) {
        return client.sendAsync(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .thenApply(JdkCallers::body);
    }

    @GetMapping("/jdk-post")
    String posted(@RequestParam URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .POST(BodyPublishers.ofString("text"))
                .build();
        return body(client.send(request, BodyHandlers.ofString()));
    }

    @GetMapping("/jdk-cancelled")
    boolean cancelled(@RequestParam URI url) {
        return client.sendAsync(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .cancel(true);
    }

    @GetMapping("/jdk-below-rest-client")
    String belowRestClient(@RequestParam URI url) {
        return String.valueOf(restClient
                .requestFactory(new JdkClientHttpRequestFactory(client))
                .build()
                .get()
                .uri(url)
                .retrieve()
                .body(String.class));
    }

    private static String body(HttpResponse<String> response) {
        return response.previousResponse().isPresent() ? "sent on: " + response.body() : response.body();
    }

    @Configuration(proxyBeanMethods = false)
    static class Client {

        @Bean
        HttpClient httpClient() {
            return HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        }
    }
}
