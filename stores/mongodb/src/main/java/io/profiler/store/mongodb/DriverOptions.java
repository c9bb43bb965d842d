// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.AuthenticationMechanism;
import com.mongodb.MongoCompressor;
import com.mongodb.MongoCredential;
import io.profiler.store.ConnectionString;
import io.profiler.store.Library;
import io.profiler.store.MissingLibraryException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at options that the driver would fail for at the first connection, when trace points are there. */
final class DriverOptions {

    private static final Map<String, Library> BY_COMPRESSOR = Map.of(
            "zstd", new Library("com.github.luben:zstd-jni", "com.github.luben.zstd.Zstd"),
            "snappy", new Library("org.xerial.snappy:snappy-java", "org.xerial.snappy.Snappy"));

    private DriverOptions() {}

    /**
     * @throws MissingLibraryException if a compressor's library is missing
     * @throws IllegalArgumentException if the driver would refuse an option when it connects
     */
    static void check(ConnectionString connectionString, com.mongodb.ConnectionString parsed) {
        for (MongoCompressor compressor : parsed.getCompressorList()) {
            Library library = BY_COMPRESSOR.get(compressor.getName());
            if (library != null && !library.isPresent()) {
                throw MissingLibraryException.ofOption(
                        connectionString, "the compressor " + compressor.getName(), library);
            }
        }
        requireEnvironment(parsed.getCredential());
        if (parsed.getProxyPassword() != null) {
            throw new IllegalArgumentException(MalformedString.PROXY_PASSWORD);
        }
    }

    private static void requireEnvironment(@Nullable MongoCredential credential) {
        if (credential != null
                && credential.getAuthenticationMechanism() == AuthenticationMechanism.MONGODB_OIDC
                && credential.getMechanismProperty(MongoCredential.ENVIRONMENT_KEY, null) == null) {
            throw new IllegalArgumentException(MalformedString.NO_ENVIRONMENT);
        }
    }
}
