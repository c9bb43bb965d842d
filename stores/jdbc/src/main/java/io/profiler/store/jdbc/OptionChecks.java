// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.Library;
import io.profiler.store.MissingLibraryException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the options of a URL before the driver does: it would fail at the first connection, when trace points are
 * there, or take no notice.
 */
final class OptionChecks {

    private static final Logger logger = LoggerFactory.getLogger(OptionChecks.class);

    /** What has another form may be the end of a password with a separator. */
    private static final Pattern SHOWN = Pattern.compile("[A-Za-z]+(_[A-Za-z]+)*");

    private static final Pattern CLASS = Pattern.compile("[\\w$]+(\\.[\\w$]+)+");

    private final JdbcAddress address;
    private final JdbcDriver driver;
    private final DocumentedOptions documented;

    OptionChecks(JdbcAddress address, JdbcDriver driver) {
        this.address = address;
        this.driver = driver;
        this.documented = DocumentedOptions.of(address.dialect());
    }

    /**
     * @throws InvalidConnectionStringException if an option cannot be used
     * @throws MissingLibraryException if an option needs a library that is missing
     */
    void run() {
        List<JdbcOption> options = address.url().options();
        tellOfUnused(options);
        options.forEach(this::requireClasses);
        options.forEach(this::requireLibraries);
        if (address.dialect() == Dialect.H2 && address.isEmbedded()) {
            AutoServer.check(address);
        }
    }

    private void tellOfUnused(List<JdbcOption> options) {
        Set<String> known = driver.options(documented.exampleUrl());
        if (known.isEmpty()) {
            return;
        }
        Set<String> unused = new LinkedHashSet<>();
        for (JdbcOption option : options) {
            if (!known.contains(option.name()) && !isListed(documented.otherNames(), option)) {
                requireNoLogin(option);
                unused.add(SHOWN.matcher(option.name()).matches() ? option.name() : "one that is not shown");
            } else if (isListed(documented.unused(), option)) {
                unused.add(option.name());
            }
        }
        if (!unused.isEmpty()) {
            logger.warn("{}: the database's driver does not know, or use, these options: {}", address, unused);
        }
    }

    private static boolean isListed(Set<String> names, JdbcOption option) {
        return names.stream().anyMatch(option.name()::equalsIgnoreCase);
    }

    /** A question mark in a password would have begun the options. */
    private void requireNoLogin(JdbcOption option) {
        if (option.value().contains("@") || !option.text().contains("=")) {
            throw invalid("what follows '" + address.dialect().syntax.first() + "' is no option of the driver; write "
                    + address.dialect().syntax.login());
        }
    }

    private void requireClasses(JdbcOption option) {
        if (isListed(documented.classes(), option)) {
            List<String> missing = new ArrayList<>();
            for (String name : option.value().replace("'", "").split("\\s*,\\s*")) {
                if (CLASS.matcher(name).matches() && !new Library(name, name).isPresent()) {
                    missing.add(name);
                }
            }
            if (!missing.isEmpty()) {
                throw invalid("its option " + option.name() + " names " + String.join(", ", missing)
                        + ", which is not on the classpath");
            }
        }
    }

    private void requireLibraries(JdbcOption option) {
        Stream<Library> needed = documented.libraries().stream()
                .filter(need -> need.isOf(option))
                .map(DocumentedOptions.Need::library);
        needed.filter(library -> !library.isPresent()).findFirst().ifPresent(library -> {
            throw MissingLibraryException.ofOption(address.connectionString(), "the option " + option.name(), library);
        });
    }

    private InvalidConnectionStringException invalid(String fault) {
        return new InvalidConnectionStringException("'" + address + "': " + fault);
    }
}
