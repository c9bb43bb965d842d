// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.flavor;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.profiler.sample.ConditionalOnPooling;
import io.profiler.sample.management.FlavorsStore;
import io.profiler.sample.management.Pool;
import io.profiler.sample.management.PoolsStore;
import io.profiler.sample.web.caller.AdminOnly;
import io.profiler.sample.web.caller.Caller;
import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.url.Limits;
import io.profiler.sample.web.url.Link;
import io.profiler.sample.web.url.PagingQuery;
import io.profiler.sample.web.url.Paths;
import java.net.URI;
import java.util.List;
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
@RequestMapping(path = Paths.FLAVORS, produces = MediaType.APPLICATION_JSON_VALUE)
@AdminOnly
@ConditionalOnPooling
class FlavorsController {

    private final FlavorsStore flavors;
    private final PoolsStore pools;

    FlavorsController(FlavorsStore flavors, PoolsStore pools) {
        this.flavors = flavors;
        this.pools = pools;
    }

    @GetMapping
    FlavorListView list(Caller caller, PagingQuery query) {
        List<String> page = flavors.list(caller.project(), query.marker(), Limits.ofManagement(query.limit()));
        String last = page.isEmpty() ? null : page.get(page.size() - 1);
        return new FlavorListView(
                query.links(Paths.FLAVORS)
                        .with("marker", last)
                        .with("detailed", query.detailed())
                        .after(last),
                page.stream().map(this::view).toList());
    }

    @GetMapping("/{flavor}")
    FlavorView find(Caller caller, @PathVariable("flavor") String name) {
        requireExisting(caller, name);
        return view(name);
    }

    private void requireExisting(Caller caller, String name) {
        if (!flavors.exists(caller.project(), name)) {
            throw ApiException.notFound("Flavor %s does not exist".formatted(name));
        }
    }

    private FlavorView view(String name) {
        List<String> names = pools.listByFlavor(name).stream().map(Pool::name).toList();
        return new FlavorView(name, Paths.flavor(name), names);
    }

    @PutMapping("/{flavor}")
    ResponseEntity<Void> create(Caller caller, @PathVariable("flavor") String name, JsonBody body) {
        List<String> poolNames = FlavorReader.readPools(body);
        requireKnown(name, poolNames, "create");
        flavors.create(caller.project(), name);
        pools.assignFlavor(poolNames, name);
        return ResponseEntity.created(Paths.flavor(name)).build();
    }

    @PatchMapping("/{flavor}")
    FlavorView update(Caller caller, @PathVariable("flavor") String name, JsonBody body) {
        List<String> poolNames = FlavorReader.readPools(body);
        requireExisting(caller, name);
        requireKnown(name, poolNames, "update");
        pools.assignFlavor(poolNames, name);
        pools.releaseFlavor(name, poolNames);
        return view(name);
    }

    private void requireKnown(String flavor, List<String> poolNames, String action) {
        if (poolNames.isEmpty()) {
            throw unable(action, "Bad Request");
        }
        for (String pool : poolNames) {
            if (pools.find(pool).isEmpty()) {
                throw unable(
                        action,
                        "Flavor %s could not be %sd, error:Pool %s does not exist".formatted(flavor, action, pool));
            }
        }
    }

    private static ApiException unable(String action, String description) {
        return new ApiException(HttpStatus.BAD_REQUEST, "Unable to " + action, description);
    }

    @DeleteMapping("/{flavor}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable("flavor") String name) {
        pools.releaseFlavor(name, List.of());
        flavors.delete(caller.project(), name);
    }

    /** A page of flavors. */
    record FlavorListView(List<Link> links, List<FlavorView> flavors) {}

    /** A flavor as administrators see it. */
    record FlavorView(
            String name,
            URI href,
            @JsonProperty("pool_list") List<String> pools) {}
}
