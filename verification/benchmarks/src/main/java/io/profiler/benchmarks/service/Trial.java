// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.profiler.benchmarks.load.Headers;
import io.profiler.benchmarks.load.Load;
import io.profiler.benchmarks.load.Measurement;
import io.profiler.benchmarks.server.DatabaseServer;
import io.profiler.benchmarks.server.ServerCommand;
import io.profiler.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * What one start of a service on an empty database showed.
 *
 * @param plain without headers
 * @param profiled with signed headers
 * @param pointsPerRequest trace points that were stored for each of the latter
 */
record Trial(String service, Measurement plain, Measurement profiled, double pointsPerRequest) {

    /** Longer than points wait before they are stored. */
    private static final int FLUSH_SECONDS = 3;

    static Trial run(Service service, Settings settings) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("service-comparison");
        try (ServerProcess database = start(DatabaseServer::command, "database", folder, settings);
                ServerProcess server =
                        start(port -> service.command(port, address(database), folder), "service", folder, settings)) {
            return measure(service, server, address(database), settings);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static ServerProcess start(ServerCommand.OfPort command, String name, Path folder, Settings settings)
            throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        return ServerProcess.start(command.on(port), port, settings.lifetime(), folder.resolve(name + ".log"));
    }

    private static String address(ServerProcess database) {
        return "mongodb://127.0.0.1:" + database.port();
    }

    private static Trial measure(Service service, ServerProcess server, String database, Settings settings)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port());
        try (Load plainLoad = load(uri, Headers.NONE, settings);
                Load signedLoad = load(uri, Headers.SIGNED, settings)) {
            plainLoad.warmUp(settings.warmUp());
            Measurement plain = Measurement.of(server, plainLoad, settings.measured());
            requireNone(pointsIn(database));
            signedLoad.warmUp(settings.warmUp());
            long before = pointsIn(database);
            Measurement profiled = Measurement.of(server, signedLoad, settings.measured());
            TimeUnit.SECONDS.sleep(FLUSH_SECONDS);
            long points = pointsIn(database) - before;
            return new Trial(service.label(), plain, profiled, (double) points / profiled.requests());
        }
    }

    private static Load load(URI uri, Headers headers, Settings settings) {
        return new Load(settings.clients(), http -> new QueueClient(http, uri, headers));
    }

    private static void requireNone(long points) {
        if (points > 0) {
            throw new IllegalStateException(points + " trace points of requests without headers");
        }
    }

    private static long pointsIn(String database) {
        try (MongoClient client = MongoClients.create(database)) {
            return client.getDatabase("osprofiler").getCollection("profiler").countDocuments();
        }
    }
}
