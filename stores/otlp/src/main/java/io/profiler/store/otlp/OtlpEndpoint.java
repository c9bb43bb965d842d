// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.backend.UrlParts;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where spans are sent.
 *
 * @param uri its address, without credentials
 * @param authorization header of that name, null without credentials
 * @param shown the place without credentials, for messages
 */
record OtlpEndpoint(URI uri, @Nullable String authorization, String shown) {

    private static final int DEFAULT_PORT = 4318;
    private static final String PATH = "/v1/traces";

    /**
     * Reads {@code otlp://user:password@host:port/path}; {@code /v1/traces} is added to the path, as in OSprofiler.
     *
     * @throws InvalidConnectionStringException if it is not of that form
     */
    static OtlpEndpoint of(ConnectionString connectionString) {
        try {
            URI given = new URI(connectionString.value());
            if (given.getHost() == null || given.getRawPath().contains("@")) {
                throw invalid(connectionString);
            }
            if (given.getRawQuery() != null || given.getRawFragment() != null) {
                throw new InvalidConnectionStringException(
                        "'" + connectionString + "' has options behind its path, and OTLP has none here");
            }
            String scheme = connectionString.scheme().equals("otlps") ? "https" : "http";
            URI uri = new URI(
                    scheme, null, given.getHost(), port(given.getPort(), connectionString), path(given), null, null);
            return new OtlpEndpoint(uri, authorization(given.getRawUserInfo()), connectionString.toString());
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            throw invalid(connectionString);
        }
    }

    private static int port(int given, ConnectionString connectionString) {
        try {
            return given < 0 ? DEFAULT_PORT : UrlParts.port(String.valueOf(given));
        } catch (IllegalArgumentException outOfRange) {
            throw new InvalidConnectionStringException("'" + connectionString + "': " + outOfRange.getMessage());
        }
    }

    private static InvalidConnectionStringException invalid(ConnectionString connectionString) {
        return new InvalidConnectionStringException(
                "'" + connectionString
                        + "' is not of the form otlp://host:port/path with a percent-encoded user and password, if there is one");
    }

    private static String path(URI given) {
        String path = given.getPath().replaceFirst("/+$", "");
        return path.endsWith(PATH) ? path : path + PATH;
    }

    private static @Nullable String authorization(@Nullable String userInfo) {
        return userInfo == null ? null : UrlParts.basicAuthorization(UrlParts.decoded(userInfo));
    }

    @Override
    public String toString() {
        return shown;
    }
}
