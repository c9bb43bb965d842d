// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All hits of a search as of the moment of its first page, which Elasticsearch and OpenSearch give alike. */
final class Scroll implements Iterator<Hit> {

    private static final String KEPT = "1m";
    private static final String ANSWER =
            "filter_path=_scroll_id,hits.hits._index,hits.hits._id,hits.hits._source,_shards.failures.reason";

    private final ElasticsearchConnection connection;
    private final Pages pages;
    private @Nullable String id;
    private Iterator<Hit> page;

    private Scroll(ElasticsearchConnection connection, String index, Pages pages, Map<String, Object> search) {
        this.connection = connection;
        this.pages = pages;
        this.page = page(connection.send(
                "POST",
                "/" + index + "/_search?ignore_unavailable=true&allow_no_indices=true"
                        + "&allow_partial_search_results=false&scroll=" + KEPT + '&' + ANSWER,
                search,
                pages.bytes()));
    }

    /**
     * Searches. The hits are read lazily, and the stream has to be closed.
     *
     * @param source names of the members that are wanted; empty for all
     * @throws RefusedException also while it is read
     * @throws LongAnswerException likewise
     */
    static Stream<Hit> of(
            ElasticsearchConnection connection,
            String index,
            Map<String, Object> query,
            Object sort,
            Pages pages,
            String... source) {
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("size", pages.hits());
        search.put("query", query);
        search.put("sort", List.of(sort));
        if (source.length > 0) {
            search.put("_source", List.of(source));
        }
        Scroll scroll = new Scroll(connection, index, pages, search);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(scroll, Spliterator.ORDERED), false)
                .onClose(scroll::close);
    }

    private Iterator<Hit> page(Map<String, @Nullable Object> answer) {
        id = Objects.toString(answer.get("_scroll_id"), id);
        requireWhole(answer);
        List<Hit> hits = new ArrayList<>();
        if (answer.get("hits") instanceof Map<?, ?> outer && outer.get("hits") instanceof List<?> list) {
            list.forEach(hit -> hits.add(Hit.of(hit)));
        }
        if (hits.size() < pages.hits()) {
            close();
        }
        return hits.iterator();
    }

    /** A part of a trace looks like a trace. */
    private void requireWhole(Map<String, @Nullable Object> answer) {
        if (answer.get("_shards") instanceof Map<?, ?> shards && shards.get("failures") instanceof List<?> failures) {
            Object reason = failures.get(0) instanceof Map<?, ?> failure ? failure.get("reason") : null;
            close();
            throw new StoreUnavailableException(
                    connection + " refuses: a part of it fails: " + Causes.reason(reason, "no reason given"),
                    new IllegalStateException(failures.toString()));
        }
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && id != null) {
            page = next(id);
        }
        return page.hasNext();
    }

    private Iterator<Hit> next(String id) {
        return page(connection.send(
                "POST", "/_search/scroll?" + ANSWER, Map.of("scroll", KEPT, "scroll_id", id), pages.bytes()));
    }

    @Override
    public Hit next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    /** Else the server keeps what it found for a minute. */
    private void close() {
        String open = id;
        id = null;
        if (open != null) {
            try {
                connection.send("DELETE", "/_search/scroll", Map.of("scroll_id", List.of(open)));
            } catch (RefusedException | StoreUnavailableException expired) {
                org.slf4j.LoggerFactory.getLogger(Scroll.class).debug("A search was not closed", expired);
            }
        }
    }
}
