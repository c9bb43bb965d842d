// SPDX-License-Identifier: Apache-2.0
package io.profiler.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.profiler.point.TracePoint;
import io.profiler.store.OpenedStores;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JpaTest {

    private static final List<Class<?>> COLLECTING = List.of(PetApplication.class, Collecting.class);

    @Test
    void onePlusManyAreThereToBeSeenBelowTheCallOfARepository() {
        try (RunningPets app = RunningPets.start(COLLECTING, "profiler.enabled=true")) {
            app.get("/fill");

            List<TracePoint> points = whole(app, app.profile("/pets"));

            TracePoint repository = only(points, "repository-start");
            List<TracePoint> statements = named(points, "db-start");
            assertThat(statements)
                    .hasSize(101)
                    .allSatisfy(statement -> assertThat(statement.parentId()).isEqualTo(repository.traceId()));
            assertThat(statements.stream()
                            .collect(Collectors.groupingBy(JpaTest::statement, Collectors.counting()))
                            .values())
                    .containsExactlyInAnyOrder(1L, 100L);
            assertThat(repository.parentId())
                    .isEqualTo(only(points, "controller-start").traceId());
            assertThat(named(points, "db.commit-start")).hasSize(1);
        }
    }

    @Test
    void whatIsWrittenIsToldWithItsTransaction() {
        try (RunningPets app = RunningPets.start(COLLECTING, "profiler.enabled=true")) {
            List<TracePoint> points = whole(app, app.profile("/fill"));

            assertThat(named(points, "db-start")).hasSize(200);
            assertThat(named(points, "db-stop"))
                    .allSatisfy(stop -> assertThat(stop.info()).containsEntry("db", Map.of("updated", 1L)));
            assertThat(named(points, "db.begin-start")).hasSize(1);
            assertThat(named(points, "db.commit-start")).hasSize(1);
        }
    }

    @Test
    void actuatorSeesThePoolAsItDoesWithoutTheProfiler() {
        try (RunningPets off = RunningPets.start(COLLECTING, "profiler.enabled=false");
                RunningPets on = RunningPets.start(COLLECTING, "profiler.enabled=true")) {
            off.get("/fill");
            on.profile("/fill");

            assertThat(on.bean(HikariDataSource.class)).isNotNull();
            assertThat(poolMeters(on)).isNotEmpty().isEqualTo(poolMeters(off));
            assertThat(on.get("/actuator/metrics/jdbc.connections.active")).contains("\"value\":0.0");
            assertThat(on.get("/actuator/metrics/jdbc.connections.max")).contains("\"value\":10.0");
            assertThat(on.get("/actuator/health")).contains("UP");
        }
    }

    private static List<String> poolMeters(RunningPets app) {
        return new JsonMapper()
                .readTree(app.get("/actuator/metrics"))
                .path("names")
                .valueStream()
                .map(name -> name.stringValue())
                .filter(name -> name.startsWith("jdbc.") || name.startsWith("hikaricp."))
                .toList();
    }

    @Test
    void aStoreInTheApplicationsOwnDatabaseIsNotTraced() {
        String url = "jdbc:h2:mem:shared;DB_CLOSE_DELAY=-1";
        try (RunningPets app = RunningPets.start(
                List.of(PetApplication.class),
                "profiler.enabled=true",
                "profiler.connection-string=" + url + ";USER=sa",
                "spring.datasource.url=" + url)) {
            app.get("/fill");
            String first = app.profile("/pets/1");
            await().untilAsserted(() -> assertThat(stored(app, first)).contains("wsgi-stop"));

            assertThat(stored(app, first)).filteredOn("db-start"::equals).hasSize(1);
            String second = app.profile("/actuator/profiler/" + first);
            await().untilAsserted(() -> assertThat(stored(app, second)).contains("wsgi-stop"));
            assertThat(stored(app, second)).doesNotContain("db-start");
        }
    }

    private static List<String> stored(RunningPets app, String baseId) {
        return app.bean(OpenedStores.class).reader().orElseThrow().read(baseId).stream()
                .map(TracePoint::name)
                .toList();
    }

    private static List<TracePoint> whole(RunningPets app, String baseId) {
        await().untilAsserted(() ->
                assertThat(app.points(baseId)).extracting(TracePoint::name).contains("wsgi-stop"));
        return app.points(baseId);
    }

    private static List<TracePoint> named(List<TracePoint> points, String name) {
        return points.stream().filter(point -> point.name().equals(name)).toList();
    }

    private static TracePoint only(List<TracePoint> points, String name) {
        assertThat(named(points, name)).hasSize(1);
        return named(points, name).get(0);
    }

    private static Object statement(TracePoint point) {
        return ((Map<?, ?>) point.info().get("db")).get("statement");
    }
}
