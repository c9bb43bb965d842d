// SPDX-License-Identifier: Apache-2.0
package io.profiler.messaging;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Controller {

    private final Messages messages;

    Controller(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/send")
    void send(@RequestParam String to, @RequestParam String text) {
        messages.send(to, text);
    }

    @GetMapping("/send-observed")
    void sendObserved(@RequestParam String to, @RequestParam String text) {
        messages.sendObserved(to, text);
    }

    @GetMapping("/send-abroad")
    void sendAbroad(@RequestParam String to, @RequestParam String text) {
        messages.sendAbroad(to, text, Map.of("X-Trace-Info", "passed on"));
    }
}
