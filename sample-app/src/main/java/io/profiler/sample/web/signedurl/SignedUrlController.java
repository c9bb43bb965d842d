// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.signedurl;

import io.profiler.sample.model.QueueId;
import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.url.Paths;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a client pass on the use of a queue. */
@RestController
@RequestMapping(path = Paths.SHARE, produces = MediaType.APPLICATION_JSON_VALUE)
class SignedUrlController {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final UrlSigner signer;
    private final Clock clock;

    SignedUrlController(UrlSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    @PostMapping
    SignedUrl share(QueueId queue, JsonBody body) {
        SignedUrlTerms terms = SignedUrlTerms.read(body, LocalDateTime.now(clock));
        List<String> paths = terms.resources().stream()
                .map(resource -> Paths.queue(queue) + "/" + resource)
                .toList();
        return signer.sign(paths, terms.methods(), queue.project(), SECONDS.format(terms.expires()));
    }
}
