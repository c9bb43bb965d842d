// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** Recordings of this JVM's flight recorder, as whoever is at its command line has them. */
final class Recordings {

    private Recordings() {}

    static Set<Long> ids() {
        return FlightRecorder.getFlightRecorder().getRecordings().stream()
                .map(Recording::getId)
                .collect(Collectors.toSet());
    }

    /** Does what {@code jcmd PID JFR.stop name=…} does. */
    static void stopBut(Set<Long> others) throws JMException {
        Set<Long> ours = ids();
        ours.removeAll(others);
        assertThat(ours).isNotEmpty();
        for (long id : ours) {
            Object answer = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "jfrStop",
                            new Object[] {new String[] {"name=" + id}},
                            new String[] {String[].class.getName()});
            assertThat(String.valueOf(answer)).contains("Stopped recording");
        }
    }
}
