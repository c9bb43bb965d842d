// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.home;

import io.profiler.sample.web.url.Paths;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where clients find out what there is, and that it is there. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class HomeController {

    private static final MediaType JSON_HOME = new MediaType("application", "json-home");

    @GetMapping("/")
    ResponseEntity<byte[]> versions() {
        return ResponseEntity.status(HttpStatus.MULTIPLE_CHOICES)
                .contentType(MediaType.APPLICATION_JSON)
                .body(ApiDocument.VERSIONS.content());
    }

    @GetMapping(Paths.HOME)
    ResponseEntity<byte[]> home() {
        return ResponseEntity.ok()
                .contentType(JSON_HOME)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
                .body(ApiDocument.HOME.content());
    }

    @RequestMapping(
            path = Paths.PING,
            method = {RequestMethod.GET, RequestMethod.HEAD})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ping() {}
}
