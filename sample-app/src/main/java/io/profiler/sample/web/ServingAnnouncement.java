// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the service is, and how to profile a request to it. */
@Component
class ServingAnnouncement {

    private static final Logger logger = LoggerFactory.getLogger(ServingAnnouncement.class);

    private final PathMappedEndpoints endpoints;

    ServingAnnouncement(PathMappedEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @EventListener
    void announce(ServletWebServerInitializedEvent event) {
        String url = "http://127.0.0.1:" + event.getWebServer().getPort();
        logger.info(
                "Queue service on {}, to be profiled with: profiler request {}{} --hmac-key KEY",
                url,
                url,
                Paths.QUEUES);
        String console = endpoints.getPath(EndpointId.of("profiler"));
        if (console != null) {
            logger.info("To profile requests in a browser, and to look at their traces: {}{}", url, console);
        }
    }
}
