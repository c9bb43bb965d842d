// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.profiler.test.CollectingSink;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.servlet.View;
import reactor.core.publisher.Mono;

/** Either of two services: each can call the other in every way that Spring knows. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
        })
@Import({Application.Controller.class, Application.Pages.class})
class Application {

    @Bean
    CollectingSink collectingSink() {
        return new CollectingSink();
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http) {
        return http.csrf(csrf -> csrf.disable())
                .httpBasic(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.requestMatchers("/secret")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    @Bean
    Seen seen() {
        return new Seen();
    }

    /** Outermost: what came in, and whether a thread is still profiled after each request. */
    @Bean
    FilterRegistrationBean<SeeingFilter> seeingFilter(Seen seen, Profiler profiler) {
        FilterRegistrationBean<SeeingFilter> registration =
                new FilterRegistrationBean<>(new SeeingFilter(seen, profiler));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** What a service has seen of its requests. */
    record Seen(List<Map<String, String>> headers, List<String> left) {

        Seen() {
            this(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
        }
    }

    static final class SeeingFilter extends OncePerRequestFilter {

        private final Seen seen;
        private final Profiler profiler;

        SeeingFilter(Seen seen, Profiler profiler) {
            this.seen = seen;
            this.profiler = profiler;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            String info = request.getHeader("X-Trace-Info");
            seen.headers().add(Map.of("path", request.getRequestURI(), "info", info == null ? "" : info));
            chain.doFilter(request, response);
            if (profiler.context().isPresent()) {
                seen.left().add(request.getRequestURI());
            }
        }
    }

    @Bean("page")
    Page page(Profiler profiler) {
        return new Page(writer -> {
            profiler.start("menu").stop();
            writer.write("page");
        });
    }

    @Bean("broken-page")
    Page brokenPage() {
        return new Page(writer -> {
            throw new IllegalStateException("no such variable");
        });
    }

    /** A view without a template. */
    record Page(Consumer<PrintWriter> content) implements View {

        @Override
        public String getContentType() {
            return "text/html";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            content.accept(response.getWriter());
        }
    }

    /** What a template renders. */
    @org.springframework.stereotype.Controller
    static class Pages {

        @GetMapping("/page")
        String page() {
            return "page";
        }

        @GetMapping("/broken-page")
        String brokenPage() {
            return "broken-page";
        }

        @GetMapping("/forward")
        String forward() {
            return "forward:/page";
        }
    }

    /** A declared client. */
    interface Other {
        @GetExchange("/owners/7")
        String owner();
    }

    @RestController
    static class Controller {

        private final RestClient.Builder restClient;
        private final RestTemplateBuilder restTemplate;
        private final WebClient.Builder webClient;
        private final ObservationRegistry registry;
        private final Profiler profiler;

        Controller(
                RestClient.Builder restClient,
                RestTemplateBuilder restTemplate,
                WebClient.Builder webClient,
                ObservationRegistry registry,
                Profiler profiler) {
            this.restClient = restClient;
            this.restTemplate = restTemplate;
            this.webClient = webClient;
            this.registry = registry;
            this.profiler = profiler;
        }

        @GetMapping("/owners/{id}")
        String owner(@PathVariable String id) {
            return "owner " + id;
        }

        @GetMapping("/secret")
        String secret() {
            return "secret";
        }

        @PostMapping("/echo")
        String echo(@RequestBody String text) {
            return text;
        }

        @PostMapping("/json")
        Map<String, Object> json(@RequestBody Map<String, Object> body) {
            return Map.of("got", body);
        }

        @GetMapping("/redirect")
        ResponseEntity<Void> redirect(@RequestParam URI to, @RequestParam(defaultValue = "302") int status) {
            return ResponseEntity.status(status).location(to).build();
        }

        @PostMapping("/redirect")
        ResponseEntity<Void> redirectPost(
                @RequestParam URI to, @RequestParam(defaultValue = "302") int status, @RequestBody String text) {
            return redirect(to, status);
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

        @GetMapping("/observed")
        String observed(@RequestHeader(defaultValue = "no") String fail) {
            Observation outer = Observation.createNotStarted("kitchen", registry)
                    .contextualName("make tea")
                    .lowCardinalityKeyValue("size", "large")
                    .lowCardinalityKeyValue("milk", "none")
                    .highCardinalityKeyValue("password", "s3cr3t")
                    .start();
            try (Observation.Scope scope = outer.openScope();
                    Span span = profiler.start("hand")) {
                outer.event(Observation.Event.of("boiled"));
                Observation.createNotStarted("cup", registry).observe(() -> {});
                if (fail.equals("yes")) {
                    outer.error(new IllegalStateException("no water"));
                }
            } finally {
                outer.stop();
            }
            return outer.isNoop() ? "noop" : "observed";
        }
    }
}
