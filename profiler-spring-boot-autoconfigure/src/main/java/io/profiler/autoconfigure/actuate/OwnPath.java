// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.autoconfigure.EndpointPath;
import io.profiler.autoconfigure.PathPrefix;
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
    private final ObjectProvider<PathMappedEndpoints> endpoints;
    private volatile @Nullable String known;

    OwnPath(Environment environment, ObjectProvider<PathMappedEndpoints> endpoints) {
        this.environment = environment;
        this.endpoints = endpoints;
    }

    @Override
    public @Nullable String get() {
        if (known == null && ManagementPortType.get(environment) == ManagementPortType.SAME) {
            String below = below();
            known = below == null ? null : PathPrefix.ofServlet(environment) + below;
        }
        return known;
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
