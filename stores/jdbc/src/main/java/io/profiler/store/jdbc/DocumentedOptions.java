// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.Library;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the documentation of a driver says about its options, as far as the driver itself does not.
 *
 * @param exampleUrl a URL that the driver can read
 * @param otherNames names besides those that the driver lists
 * @param unused names that it lists, and that do nothing
 * @param classes names of options whose value is a class, or several
 * @param libraries what some values need
 */
record DocumentedOptions(
        String exampleUrl, Set<String> otherNames, Set<String> unused, Set<String> classes, List<Need> libraries) {

    /**
     * A library that an option needs.
     *
     * @param value for which value, in lower case; empty for each
     */
    record Need(String option, String value, Library library) {

        boolean isOf(JdbcOption option) {
            return option.name().equalsIgnoreCase(this.option)
                    && (value.isEmpty()
                            || option.value().toLowerCase(Locale.ROOT).equals(value));
        }
    }

    private static final Library JNA = new Library("net.java.dev.jna:jna", "com.sun.jna.Native");
    private static final Library JNA_PLATFORM =
            new Library("net.java.dev.jna:jna-platform", "com.sun.jna.platform.win32.Kernel32");
    private static final Library WAFFLE =
            new Library("com.github.waffle:waffle-jna", "waffle.windows.auth.IWindowsCredentialsHandle");

    private static final DocumentedOptions OF_POSTGRESQL = new DocumentedOptions(
            "",
            Set.of("service", "host", "hostaddr", "port", "dbname"),
            Set.of("loggerFile", "loggerLevel"),
            Set.of(
                    "authenticationPluginClassName",
                    "socketFactory",
                    "sslfactory",
                    "sslhostnameverifier",
                    "sslpasswordcallback",
                    "xmlFactoryFactory"),
            List.of(new Need("gsslib", "sspi", WAFFLE)));

    private static final DocumentedOptions OF_MARIADB = new DocumentedOptions(
            "jdbc:mariadb://localhost/",
            Set.of(
                    "clientCertificateKeyStoreUrl",
                    "clientCertificateKeyStorePassword",
                    "clientCertificateKeyStoreType",
                    "trustCertificateKeyStoreUrl",
                    "trustCertificateKeyStorePassword",
                    "trustCertificateKeyStoreType",
                    "nullCatalogMeansCurrent",
                    "useSsl",
                    "trustServerCertificate",
                    "disableSslHostnameVerification",
                    "accessKeyId",
                    "secretKey",
                    "region"),
            Set.of(),
            Set.of("socketFactory"),
            List.of(
                    new Need("localSocket", "", JNA),
                    new Need("pipe", "", JNA_PLATFORM),
                    new Need(
                            "credentialType",
                            "aws-iam",
                            new Library(
                                    "software.amazon.awssdk:rds",
                                    "software.amazon.awssdk.services.rds.RdsUtilities"))));

    private static final DocumentedOptions OF_MYSQL = new DocumentedOptions(
            "",
            Set.of(
                    "cacheDefaultTimezone",
                    "serverTimezone",
                    "haEnableJMX",
                    "haLoadBalanceStrategy",
                    "nullCatalogMeansCurrent",
                    "parseInfoCacheFactory",
                    "enabledSSLCipherSuites",
                    "enabledTLSProtocols",
                    "namedPipePath",
                    "useUnicode"),
            Set.of(),
            Set.of(
                    "authenticationOpenidConnectCallbackHandler",
                    "authenticationPlugins",
                    "authenticationWebAuthnCallbackHandler",
                    "connectionLifecycleInterceptors",
                    "exceptionInterceptors",
                    "loadBalanceExceptionChecker",
                    "parseInfoCacheFactory",
                    "propertiesTransform",
                    "queryInfoCacheFactory",
                    "queryInterceptors",
                    "serverConfigCacheFactory",
                    "socketFactory"),
            List.of(new Need(
                    "openTelemetry",
                    "required",
                    new Library("io.opentelemetry:opentelemetry-api", "io.opentelemetry.api.GlobalOpenTelemetry"))));

    private static final DocumentedOptions OF_H2 =
            new DocumentedOptions("", Set.of(), Set.of(), Set.of("DATABASE_EVENT_LISTENER"), List.of());

    /** Names of URIs of files besides those of the driver. */
    private static final DocumentedOptions OF_SQLITE = new DocumentedOptions(
            "", Set.of("mode", "cache", "immutable", "nolock", "psow", "vfs", "modeof"), Set.of(), Set.of(), List.of());

    static DocumentedOptions of(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> OF_POSTGRESQL;
            case MARIADB -> OF_MARIADB;
            case MYSQL -> OF_MYSQL;
            case H2 -> OF_H2;
            case SQLITE -> OF_SQLITE;
        };
    }
}
