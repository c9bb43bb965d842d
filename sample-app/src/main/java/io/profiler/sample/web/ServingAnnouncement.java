// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import io.profiler.sample.web.url.Paths;
import jakarta.servlet.ServletContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the service is, and how to profile a request to it. */
@Component
class ServingAnnouncement {

    private static final Logger logger = LoggerFactory.getLogger(ServingAnnouncement.class);

    private final PathMappedEndpoints endpoints;
    private final ManagementPortType management;

    ServingAnnouncement(PathMappedEndpoints endpoints, Environment environment) {
        this.endpoints = endpoints;
        this.management = ManagementPortType.get(environment);
    }

    /** Actuator on a port of its own is another server, which starts later. */
    @EventListener
    void announce(ServletWebServerInitializedEvent event) {
        boolean ofService = event.getApplicationContext().getServerNamespace() == null;
        String url = url(event);
        if (ofService) {
            logger.info(
                    "Queue service on {}, to be profiled with: profiler request {}{} --hmac-key KEY",
                    url,
                    url,
                    Paths.QUEUES);
        }
        if (management == (ofService ? ManagementPortType.SAME : ManagementPortType.DIFFERENT)) {
            announceConsole(url);
        }
    }

    private static String url(ServletWebServerInitializedEvent event) {
        ServletContext context = event.getApplicationContext().getServletContext();
        return "http://127.0.0.1:" + event.getWebServer().getPort() + (context == null ? "" : context.getContextPath());
    }

    private void announceConsole(String url) {
        String console = endpoints.getPath(EndpointId.of("profiler"));
        if (console != null) {
            logger.info("To profile requests in a browser, and to look at their traces: {}{}", url, console);
        }
    }
}
