// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import io.profiler.test.CollectingSink;
import io.profiler.trace.Profiler;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.OncePerRequestFilter;

/** Either of two services: each can call the other in every way that Spring knows. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
        })
@Import({Controller.class, Callers.class, JdkCallers.class, JdkCallers.Client.class, FeignCallers.class, Pages.class})
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
        return new Page((model, request, response) -> {
            profiler.start("menu").stop();
            response.getWriter().write("page");
        });
    }

    /** Of another page, and something after it. */
    @Bean("including-page")
    Page includingPage(Profiler profiler) {
        return new Page((model, request, response) -> {
            request.getRequestDispatcher("/page").include(request, response);
            profiler.start("footer").stop();
        });
    }

    @Bean("forwarding-page")
    Page forwardingPage() {
        return new Page((model, request, response) ->
                request.getRequestDispatcher("/page").forward(request, response));
    }

    @Bean("broken-page")
    Page brokenPage() {
        return new Page((model, request, response) -> {
            throw new IllegalStateException("no such variable");
        });
    }
}
