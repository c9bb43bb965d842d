// SPDX-License-Identifier: Apache-2.0
package io.profiler.observed;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a service answers by itself. */
@RestController
class Controller {

    private final ObservationRegistry registry;
    private final Profiler profiler;

    Controller(ObservationRegistry registry, Profiler profiler) {
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

    @GetMapping("/refused")
    String refused() {
        throw new IllegalArgumentException("no such owner");
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<Map<String, Object>> refused(IllegalArgumentException error) {
        return ResponseEntity.unprocessableContent().body(Map.of("error", String.valueOf(error.getMessage())));
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
