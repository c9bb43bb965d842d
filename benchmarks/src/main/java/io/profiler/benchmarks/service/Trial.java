// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.service;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * What one start of a service on an empty database showed.
 *
 * @param plain requests a second without headers
 * @param profiled requests a second with signed headers
 * @param pointsPerRequest trace points that were stored for each of the latter
 */
record Trial(String service, double plain, double profiled, double pointsPerRequest) {

    /** Longer than points wait before they are stored. */
    private static final int FLUSH_SECONDS = 3;

    static Trial run(Service service, Settings settings) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("service-comparison");
        try (ServerProcess database = start(DatabaseServer::command, "database", folder, settings);
                ServerProcess server =
                        start(port -> service.command(port, address(database), folder), "service", folder, settings)) {
            return measure(service, URI.create("http://127.0.0.1:" + server.port()), address(database), settings);
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

    private static Trial measure(Service service, URI uri, String database, Settings settings)
            throws InterruptedException {
        Load plain = new Load(uri, settings.clients(), Headers.NONE);
        plain.run(settings.warmUp());
        Load.Result unprofiled = plain.run(settings.measured());
        requireNone(pointsIn(database));
        Load.Result profiled = new Load(uri, settings.clients(), Headers.SIGNED).run(settings.measured());
        TimeUnit.SECONDS.sleep(FLUSH_SECONDS);
        double points = (double) pointsIn(database) / profiled.requests();
        return new Trial(service.name(), unprofiled.requestsPerSecond(), profiled.requestsPerSecond(), points);
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
