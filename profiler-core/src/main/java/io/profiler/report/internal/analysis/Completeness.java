// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Whether all that was recorded is in a report, host by host, where services have told how much that is. OSprofiler's do
 * not tell.
 */
public final class Completeness {

    private static final int HOSTS = 4;

    private final Map<String, List<RequestAccount>> told = new LinkedHashMap<>();
    private final Set<String> untold = new LinkedHashSet<>();

    private Completeness(Collection<RequestAccount> requests) {
        for (RequestAccount request : requests) {
            if (request.isTold()) {
                told.computeIfAbsent(request.host(), host -> new ArrayList<>()).add(request);
            } else {
                untold.add(request.host());
            }
        }
    }

    /** Takes n steps for n spans. */
    public static Completeness of(Report report) {
        Map<String, RequestAccount> requests = new LinkedHashMap<>();
        for (ReportSpan span : report.spans()) {
            requests.computeIfAbsent(RequestKey.of(span), key -> new RequestAccount(span.host()))
                    .add(span);
        }
        return new Completeness(requests.values());
    }

    /** Whether any service has told. */
    public boolean isTold() {
        return !told.isEmpty();
    }

    /** Whether a service has told of spans that are not there. */
    public boolean isLossy() {
        return lost() > 0;
    }

    /** In a few words; empty if no service has told. */
    public String words(UnaryOperator<String> visible) {
        return isTold() ? state() + figures(visible) : "";
    }

    /** The same without what they come to. */
    public String figures(UnaryOperator<String> visible) {
        return isTold() ? counts(visible) + unknown(visible) : "";
    }

    private String state() {
        return isLossy() ? "not complete: " : untold.isEmpty() ? "complete: " : "complete as far as known: ";
    }

    private String counts(UnaryOperator<String> visible) {
        String first = told.entrySet().stream()
                .limit(HOSTS)
                .map(host -> count(host.getValue()) + " on " + visible.apply(host.getKey()))
                .collect(Collectors.joining(", "));
        return told.size() <= HOSTS ? first : first + " and others on " + (told.size() - HOSTS) + " more hosts";
    }

    private static String count(List<RequestAccount> requests) {
        long spans = spans(requests);
        return (spans - lost(requests)) + " of " + SpanCount.of(spans);
    }

    private String unknown(UnaryOperator<String> visible) {
        return untold.isEmpty()
                ? ""
                : untold.stream().limit(HOSTS).map(visible).collect(Collectors.joining(", ", "; not known on ", ""));
    }

    void addTo(List<Finding> findings) {
        List<String> lossy = hosts(request -> request.lost() > 0);
        if (!lossy.isEmpty()) {
            findings.add(new Finding(FindingKind.LOST, lossInWords() + onHosts(lossy), lossy, List.of()));
        }
        List<String> cut = hosts(request -> request.cut() > 0);
        if (!cut.isEmpty()) {
            findings.add(new Finding(FindingKind.CUT, cutInWords() + onHosts(cut), cut, List.of()));
        }
    }

    /** How much is missing and why, in words that hold nothing of the report. */
    public String lossInWords() {
        List<RequestAccount> lossy =
                all().stream().filter(request -> request.lost() > 0).toList();
        String reasons = lossy.stream()
                .flatMap(request -> request.reasons().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return lost() + " of " + SpanCount.of(spans(all())) + SpanCount.verb(lost(), "is", "are") + "lost (" + reasons
                + ")";
    }

    private String cutInWords() {
        long cut = all().stream().mapToLong(RequestAccount::cut).sum();
        return "what " + cut + " events say is cut, because a limit of characters was reached";
    }

    private static String onHosts(List<String> hosts) {
        return hosts.size() == 1 ? ", on host" : ", on hosts";
    }

    private List<String> hosts(Predicate<RequestAccount> condition) {
        return all().stream()
                .filter(condition)
                .map(RequestAccount::host)
                .distinct()
                .toList();
    }

    private List<RequestAccount> all() {
        return told.values().stream().flatMap(List::stream).toList();
    }

    private long lost() {
        return lost(all());
    }

    private static long lost(List<RequestAccount> requests) {
        return requests.stream().mapToLong(RequestAccount::lost).sum();
    }

    private static long spans(List<RequestAccount> requests) {
        return requests.stream().mapToLong(RequestAccount::spans).sum();
    }
}
