// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import io.profiler.benchmarks.load.Load;
import io.profiler.benchmarks.load.Measurement;
import io.profiler.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application, running in one of its variants, with those who ask it. */
final class Contestant implements AutoCloseable {

    private static final Duration WARM_UP_TURN = Duration.ofSeconds(2);
    private static final Duration LIFETIME = Duration.ofHours(1);

    /** Longer than any exporter waits by default, and than a busy machine takes for what it sends then. */
    private static final long ARRIVES_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Variant variant;
    private final Destination destination;
    private final ServerProcess server;
    private final Load load;
    private final Settings settings;
    private final List<Double> micros = new ArrayList<>();
    private long requests;

    private Contestant(Variant variant, Destination destination, ServerProcess server, Settings settings) {
        this.variant = variant;
        this.destination = destination;
        this.server = server;
        this.settings = settings;
        URI address = URI.create("http://127.0.0.1:" + server.port());
        this.load = new Load(
                settings.clients(), http -> new OrderClient(http, address, variant.headers(), settings.pause()));
    }

    static Contestant start(Variant variant, Settings settings, Path folder) throws IOException, InterruptedException {
        Destination destination = variant.destination().open(folder, LIFETIME);
        try {
            int port = ServerProcess.freePort();
            ServerProcess server = ServerProcess.start(
                    variant.command(port, destination.port()), port, LIFETIME, folder.resolve(port + ".log"));
            return new Contestant(variant, destination, server, settings);
        } catch (IOException e) {
            destination.close();
            throw e;
        }
    }

    private void work(Duration duration) throws InterruptedException {
        requests += load.run(duration).requests();
    }

    /** In short turns, at least one, with a rest after each: what is not compiled yet would be overrun. */
    void warmUp() throws InterruptedException {
        for (long turns = settings.warmUp().dividedBy(WARM_UP_TURN); turns >= 0; turns--) {
            work(WARM_UP_TURN);
            settle();
        }
    }

    /** Has its turn. */
    void measure() throws InterruptedException {
        work(settings.leadIn());
        Measurement measurement = Measurement.of(server, load, settings.measured());
        requests += measurement.requests();
        micros.add(TimeUnit.MILLISECONDS.toMicros(1) * measurement.cpuMillis());
        settle();
    }

    /** Leaves nothing to be stored while others are measured. */
    private void settle() throws InterruptedException {
        if (variant.keepsAll()) {
            awaitArrived();
        }
    }

    /** What all its turns showed. */
    Outcome outcome() throws InterruptedException {
        return new Outcome(variant, micros, (double) awaitArrived() / requests);
    }

    /** How many spans have arrived, once all have, or nothing is on its way any more. */
    private long awaitArrived() throws InterruptedException {
        long expected = requests * variant.spans();
        long end = System.nanoTime() + ARRIVES_WITHIN_NANOS;
        long arrived = destination.arrived();
        while (arrived < expected && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            arrived = destination.arrived();
        }
        return arrived;
    }

    @Override
    public void close() throws IOException {
        try (destination;
                server) {
            load.close();
        }
    }
}
