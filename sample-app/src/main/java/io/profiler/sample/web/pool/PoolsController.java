// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.pool;

import io.profiler.sample.ConditionalOnPooling;
import io.profiler.sample.management.Pool;
import io.profiler.sample.management.PoolsStore;
import io.profiler.sample.web.caller.AdminOnly;
import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.url.Limits;
import io.profiler.sample.web.url.Link;
import io.profiler.sample.web.url.PagingQuery;
import io.profiler.sample.web.url.Paths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = Paths.POOLS, produces = MediaType.APPLICATION_JSON_VALUE)
@AdminOnly
@ConditionalOnPooling
class PoolsController {

    private final PoolsStore pools;
    private final PoolReader reader;

    PoolsController(PoolsStore pools, PoolReader reader) {
        this.pools = pools;
        this.reader = reader;
    }

    @GetMapping
    ResponseEntity<PoolListView> list(PagingQuery query, HttpServletRequest request) {
        List<Pool> page = pools.list(query.marker(), Limits.ofManagement(query.limit()));
        List<PoolView> views =
                page.stream().map(pool -> PoolView.of(pool, query.isDetailed())).toList();
        List<Link> links = query.links(Paths.POOLS)
                .with("detailed", query.detailed())
                .after(page.isEmpty() ? null : page.get(page.size() - 1).name());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LOCATION, locationOf(request))
                .body(new PoolListView(links, views));
    }

    private static String locationOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    @GetMapping("/{pool}")
    PoolView find(@PathVariable("pool") String name, PagingQuery query) {
        return pools.find(name)
                .map(pool -> PoolView.of(pool, query.isDetailed()))
                .orElseThrow(() -> notFound(name));
    }

    @PutMapping("/{pool}")
    ResponseEntity<Void> create(@PathVariable("pool") String name, JsonBody body) {
        pools.save(reader.readNew(name, body));
        return ResponseEntity.created(Paths.pool(name)).build();
    }

    @PatchMapping("/{pool}")
    PoolView update(@PathVariable("pool") String name, JsonBody body) {
        return pools.update(name, reader.readChange(body))
                .map(pool -> PoolView.of(pool, false))
                .orElseThrow(() -> notFound(name));
    }

    @DeleteMapping("/{pool}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable("pool") String name) {
        pools.delete(name);
    }

    private static ApiException notFound(String name) {
        return ApiException.notFound("Pool %s does not exist".formatted(name));
    }

    /** A page of pools. */
    record PoolListView(List<Link> links, List<PoolView> pools) {}
}
