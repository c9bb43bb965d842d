// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import io.profiler.autoconfigure.RequestDescription;
import io.profiler.autoconfigure.kit.BaseApplication;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Ways in which the client gets something else than what the controller has made. */
@Configuration(proxyBeanMethods = false)
@Import({BaseApplication.class, OutcomeApplication.Answers.class, OutcomeApplication.ErrorPage.class})
class OutcomeApplication {

    /** Outside of the profiler's filter: answers what the application throws, and takes headers away. */
    @Bean
    FilterRegistrationBean<HttpFilter> outerFilter() {
        FilterRegistrationBean<HttpFilter> registration = new FilterRegistrationBean<>(new OuterFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    static final class OuterFilter extends HttpFilter {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (!request.getRequestURI().startsWith("/outer")) {
                chain.doFilter(request, response);
                return;
            }
            try {
                chain.doFilter(
                        request.getRequestURI().equals("/outer-strange") ? new Strange(request) : request, response);
            } catch (ServletException | RuntimeException answered) {
                response.reset();
                response.setStatus(422);
            }
        }
    }

    /** A request of the application's own that not everything can be asked for. */
    private static final class Strange extends HttpServletRequestWrapper {

        Strange(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            throw new AssertionError("not implemented");
        }

        @Override
        public String getScheme() {
            throw new AssertionError("not implemented");
        }
    }

    @Controller
    static class Answers {

        @GetMapping("/gone")
        void gone(HttpServletResponse response) throws IOException {
            response.sendError(410);
        }

        @GetMapping({"/fail", "/outer-fail"})
        void fail() {
            throw new IllegalStateException("broken");
        }

        @GetMapping("/mapped")
        void mapped() {
            throw new OutOfStock();
        }

        @GetMapping("/callable-gone")
        @ResponseBody
        Callable<Void> goneLater(HttpServletResponse response) {
            return () -> {
                response.sendError(410);
                return null;
            };
        }

        @GetMapping("/callable")
        @ResponseBody
        Callable<String> later() {
            return () -> "later";
        }

        @GetMapping("/silent")
        @ResponseBody
        void nobodyCompletes(HttpServletRequest request) {
            AsyncContext async = request.startAsync();
            async.setTimeout(50);
        }

        @GetMapping("/error-page-fails")
        void errorPageFails(HttpServletResponse response) throws IOException {
            response.sendError(423);
        }

        @GetMapping("/committed")
        void failsWhenSent(HttpServletResponse response) throws IOException {
            response.getWriter().write("sent");
            response.flushBuffer();
            throw new IllegalStateException("late");
        }

        @GetMapping("/reset")
        void reset(HttpServletResponse response) throws IOException {
            response.reset();
            response.getWriter().write("a file");
            response.flushBuffer();
        }

        @GetMapping("/cleared")
        void clearsAttributes(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Collections.list(request.getAttributeNames()).forEach(request::removeAttribute);
            response.sendError(410);
        }

        @GetMapping("/unchanged")
        ResponseEntity<Void> unchanged() {
            return ResponseEntity.status(304).build();
        }

        @GetMapping("/redirect")
        String redirect() {
            return "redirect:/unchanged";
        }

        @GetMapping("/hostile-info")
        @ResponseBody
        String tellsWhatCannotBeRead(HttpServletRequest request) {
            request.setAttribute(RequestDescription.MORE, new AbstractMap<String, Object>() {
                @Override
                public Set<Entry<String, Object>> entrySet() {
                    throw new StackOverflowError("of the application's");
                }
            });
            return "told";
        }

        @GetMapping({"/plain", "/outer-strange"})
        @ResponseBody
        String plain() {
            return "plain";
        }
    }

    @ResponseStatus(HttpStatus.CONFLICT)
    static final class OutOfStock extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What is gone is not found, what failed is unavailable. */
    @Controller
    static class ErrorPage implements ErrorController {

        @RequestMapping("/error")
        ResponseEntity<String> error(HttpServletRequest request) {
            return switch ((Integer) request.getAttribute("jakarta.servlet.error.status_code")) {
                case 410 -> ResponseEntity.status(404).body("not here");
                case 423 -> throw new IllegalArgumentException("no page");
                case 500 -> ResponseEntity.status(503).body("later");
                default -> ResponseEntity.status(409).body("the rest");
            };
        }
    }
}
