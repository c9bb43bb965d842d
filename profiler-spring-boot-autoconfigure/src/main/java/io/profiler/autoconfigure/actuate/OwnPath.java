// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.EndpointPath;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.env.Environment;

/** Where the endpoint is. It is known once all endpoints are. */
final class OwnPath implements EndpointPath {

    private static final EndpointId ID = EndpointId.of("profiler");

    private final Environment environment;
    private final Prefixes prefixes;
    private final ObjectProvider<PathMappedEndpoints> endpoints;
    private @Nullable String path;
    private volatile boolean known;

    OwnPath(Environment environment, Prefixes prefixes, ObjectProvider<PathMappedEndpoints> endpoints) {
        this.environment = environment;
        this.prefixes = prefixes;
        this.endpoints = endpoints;
    }

    /** Requests ask for it: what it takes to find that it is nowhere is done once, too. */
    @Override
    public @Nullable String get() {
        if (!known) {
            path = ManagementPortType.get(environment) == ManagementPortType.SAME ? find() : null;
            known = true;
        }
        return path;
    }

    private @Nullable String find() {
        String below = below();
        return below == null ? null : prefixes.dispatcher() + below;
    }

    /** Less what all paths of its server begin with; empty if it is not exposed on the web. */
    String onItsServer() {
        String own = get();
        return own == null ? Objects.toString(below(), "") : own;
    }

    /** Less also what all paths of Spring MVC begin with; null if it is not exposed on the web. */
    @Nullable
    String below() {
        return endpoints.getObject().getPath(ID);
    }
}
