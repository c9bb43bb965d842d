// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where in a service a span ran, told by its name: ours, or one that OSprofiler or Zaqar gives.
 *
 * @param kind what decides on the colour; empty if the name tells no layer, which then is a layer of its own
 * @param label what the legend says
 */
public record Layer(String kind, String label) {

    private enum Known {
        TRANSPORT("Transport", "wsgi|asgi"),
        CONTROLLER("Controllers", "controller"),
        MESSAGE("Message store", "message_store|.*_(message|claim|subscription)_controller|.*_data_driver"),
        MANAGEMENT(
                "Management store",
                "management_store|.*_(queues?|catalogue|pools?|flavors?|topics?)_controller|.*_control_driver"),
        DATABASE("Database", "db|db\\..*|.*\\.db|sql|sqlalchemy|mongodb|redis|jdbc"),
        REMOTE(
                "Remote calls",
                "rpc|requests|https?|http_client|(http|grpc)\\.client(\\..*)?|.*_client|(rabbit|kafka)\\.(send|listener)");

        private final String label;
        private final Pattern names;

        Known(String label, String names) {
            this.label = label;
            this.names = Pattern.compile(names);
        }

        private String kind() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it asks a database or one of the stores in front of it. */
    public boolean isStore() {
        return Set.of("message", "management", "database").contains(kind);
    }

    public boolean isDatabase() {
        return kind.equals("database");
    }

    public boolean isRemote() {
        return kind.equals("remote");
    }

    public boolean isTransport() {
        return kind.equals("transport");
    }

    public boolean isController() {
        return kind.equals("controller");
    }

    /** Whether a layer is called so, in whatever trace. */
    public static boolean isKind(String word) {
        return Arrays.stream(Known.values()).anyMatch(known -> known.kind().equals(word));
    }

    /** The layer of the spans of a name. */
    public static Layer of(String spanName) {
        for (Known known : Known.values()) {
            if (known.names.matcher(spanName).matches()) {
                return new Layer(known.kind(), known.label);
            }
        }
        return new Layer("", spanName.startsWith("spring.security.") ? "Security" : spanName);
    }
}
