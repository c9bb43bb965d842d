// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that may get signed headers, which are a credential. Decided by what is written, without a look-up of names:
 * what is not plainly of the house is not.
 *
 * @since 0.1
 */
public final class HouseHosts {

    private static final List<String> SUFFIXES = List.of(".local", ".internal", ".svc");
    private static final String WILDCARD = "*.";
    private static final Pattern PLAIN_AUTHORITY = Pattern.compile("[A-Za-z0-9_.-]+(:[0-9]+)?");

    private final List<String> names = new ArrayList<>();
    private final List<String> suffixes = new ArrayList<>(SUFFIXES);

    /**
     * Those that names tell, and some more.
     *
     * @param named hosts besides those that are known by their names, with {@code *.} before one for all that are below it
     */
    public HouseHosts(List<String> named) {
        named.stream().map(String::strip).filter(host -> !host.isEmpty()).forEach(this::add);
    }

    private void add(String named) {
        boolean isWildcard = named.startsWith(WILDCARD);
        Host host = Host.of(isWildcard ? named.substring(WILDCARD.length()) : named);
        if (host == null || isWildcard && host.isAddress()) {
            throw new ProfilerConfigurationException(
                    "'profiler.propagation.hosts' names '" + named + "', which is no host.",
                    "Write hosts without scheme, port and path, such as api.example.com, *.example.com or 192.0.2.1.");
        }
        (isWildcard ? suffixes : names).add(isWildcard ? '.' + host.text() : host.text());
    }

    /** Whether a request to a URI may carry signed headers. */
    boolean contain(URI uri) {
        String scheme = uri.getScheme();
        return scheme != null && scheme.toLowerCase(Locale.ROOT).matches("https?") && contain(host(uri));
    }

    /** Java takes a name with an underscore, as containers have them, for none. */
    private static @Nullable String host(URI uri) {
        String authority = uri.getHost() == null ? uri.getRawAuthority() : null;
        return authority != null && PLAIN_AUTHORITY.matcher(authority).matches()
                ? authority.substring(0, (authority + ':').indexOf(':'))
                : uri.getHost();
    }

    /** Whether a host, as a URI has it, may get signed headers. */
    boolean contain(@Nullable String host) {
        Host known = host == null ? null : Host.of(host);
        return known != null && (known.isPrivate() || names.contains(known.text()) || isBelowSuffix(known));
    }

    private boolean isBelowSuffix(Host host) {
        return !host.isAddress()
                && (host.text().indexOf('.') < 0 || suffixes.stream().anyMatch(host.text()::endsWith));
    }
}
