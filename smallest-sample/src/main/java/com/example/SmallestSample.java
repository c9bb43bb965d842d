// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.profiler.trace.ManagementStore;
import io.profiler.trace.MessageStore;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Three layers to profile: a controller, which is found by itself, and two stores, which are marked. */
@SpringBootApplication
public class SmallestSample {

    public static void main(String[] args) {
        SpringApplication.run(SmallestSample.class, args);
    }
}

@RestController
class MessagesController {

    private final Channels channels;
    private final Messages messages;

    MessagesController(Channels channels, Messages messages) {
        this.channels = channels;
        this.messages = messages;
    }

    @GetMapping("/channels/{channel}/messages")
    List<String> list(@PathVariable String channel) {
        if (!channels.exists(channel)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return messages.of(channel);
    }
}

@Repository
@ManagementStore
class Channels {

    public boolean exists(String channel) {
        return Set.of("news").contains(channel);
    }
}

@Repository
@MessageStore
class Messages {

    public List<String> of(String channel) {
        return List.of("Hello", "This is " + channel);
    }
}
