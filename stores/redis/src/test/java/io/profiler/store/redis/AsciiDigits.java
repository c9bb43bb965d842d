// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For a class whose sentinels get their ports in digits of the machine's locale, of which Redis reads one kind only. */
final class AsciiDigits implements BeforeAllCallback, AfterAllCallback {

    private final Locale usual = Locale.getDefault(Locale.Category.FORMAT);

    @Override
    public void beforeAll(ExtensionContext context) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Locale.setDefault(Locale.Category.FORMAT, usual);
    }
}
