// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.signedurl;

import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client asks to be signed: which resources of a queue, how they can be used, and until when. */
record SignedUrlTerms(List<String> resources, List<String> methods, LocalDateTime expires) {

    private static final List<String> FIELDS = List.of("paths", "methods", "expires");
    private static final List<String> RESOURCES = List.of("messages", "subscriptions", "claims");
    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final int MAX_YEAR = 9999;

    /** Reads the terms; the default is to read messages, for a day. */
    static SignedUrlTerms read(JsonBody body, LocalDateTime now) {
        ObjectNode terms = body.object();
        requireOnly(FIELDS, terms.propertyNames(), "Unknown keys: {'%s'}");
        return new SignedUrlTerms(
                texts(terms, "paths", RESOURCES, "messages"),
                texts(terms, "methods", METHODS, "GET"),
                terms.hasNonNull("expires") ? time(terms.path("expires")) : now.plusDays(1));
    }

    private static void requireOnly(List<String> known, Collection<String> names, String complaint) {
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw ApiException.badRequest(complaint.formatted(name));
        });
    }

    private static List<String> texts(ObjectNode terms, String field, List<String> known, String fallback) {
        JsonNode values = terms.path(field);
        if (values.isMissingNode() || values.isNull() || values.isArray() && values.isEmpty()) {
            return List.of(fallback);
        }
        if (!values.isArray()) {
            throw ApiException.badRequest("The value of \"%s\" must be a list.".formatted(field));
        }
        List<String> texts = values.values().stream()
                .map(value -> value.stringValueOpt().orElseGet(value::toString))
                .sorted()
                .toList();
        requireOnly(known, texts, "Invalid " + field + ": {'%s'}");
        return texts;
    }

    private static LocalDateTime time(JsonNode value) {
        return value.stringValueOpt()
                .flatMap(SignedUrlTerms::parse)
                .filter(time -> time.getYear() > 0 && time.getYear() <= MAX_YEAR)
                .orElseThrow(() -> ApiException.badRequest("The value of \"expires\" must be a time."));
    }

    /** A time in UTC, or with an offset that says what it is there. */
    static Optional<LocalDateTime> parse(String text) {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime offset
                            ? offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                            : LocalDateTime.from(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
