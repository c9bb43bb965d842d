// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import io.profiler.cli.console.CommandFailure;
import io.profiler.propagation.HeaderVerdict.Reason;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The application's meter {@code profiler.headers}, which its Actuator shows where {@code metrics} is exposed. */
final class RejectionCounts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNTOLD = "no answer names our trace, and %s is not there to say why; ";
    private static final String POSSIBLE =
            "profiler.enabled and profiler.trace-wsgi-transport have to be true in the environment"
                    + " that the application really has, the key one of its profiler.hmac-keys, and no proxy may take headers away";

    private final String meter;
    private final Map<Reason, Double> counts;
    private final boolean meters;

    private RejectionCounts(String meter, Map<Reason, Double> counts, boolean meters) {
        this.meter = meter;
        this.counts = counts;
        this.meters = meters;
    }

    /**
     * @param metrics address of Actuator's metrics, with a slash at its end
     * @param get asks for an address
     */
    static RejectionCounts read(String metrics, Function<String, HttpResponse<byte[]>> get) {
        String meter = metrics + "profiler.headers";
        Map<Reason, Double> counts = new EnumMap<>(Reason.class);
        try {
            for (Reason reason : Reason.values()) {
                HttpResponse<byte[]> answer = get.apply(meter + "?tag=reason:" + reason.tag());
                if (answer.statusCode() != 200) {
                    break;
                }
                counts.put(
                        reason,
                        JSON.readTree(answer.body()).at("/measurements/0/value").asDouble(0));
            }
            boolean meters =
                    !counts.isEmpty() || get.apply(metrics + "jvm.info").statusCode() == 200;
            return new RejectionCounts(meter, counts, meters);
        } catch (JacksonException | CommandFailure untold) {
            return new RejectionCounts(meter, Map.of(), false);
        }
    }

    /** Why requests of ours were not profiled that were sent after others were counted. */
    String whyNotSince(RejectionCounts before) {
        if (counts.isEmpty()) {
            return meters
                    ? "the application has meters, and none of the profiler's: profiler.enabled is not true in the"
                            + " environment that it really has"
                    : String.format(UNTOLD, meter) + POSSIBLE;
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > before.counts.getOrDefault(count.getKey(), 0.0))
                .map(Map.Entry::getKey)
                .filter(reason -> reason != Reason.NO_TOKEN)
                .findFirst()
                .map(RejectionCounts::words)
                .orElse(
                        "the application counted no headers: profiler.trace-wsgi-transport is not true, or a proxy takes them away");
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case ACCEPTED ->
                "the headers were accepted, and a limit left the request unprofiled: the meter"
                        + " profiler.requests.unprofiled and the application's log say which";
            case WRONG_SIGNATURE -> "the key is none of the application's profiler.hmac-keys (wrong_signature)";
            case FOREIGN_PATH ->
                "the application sees another path than the one asked for, as behind a proxy that takes a prefix away"
                        + " (foreign_path)";
            case EXPIRED, NOT_YET ->
                "clocks differ: the token's time is not now for the application (" + reason.tag() + ")";
            default -> "the application rejected the headers (" + reason.tag() + ")";
        };
    }
}
