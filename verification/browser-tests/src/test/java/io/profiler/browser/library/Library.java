// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser.library;

import org.springframework.boot.CommandLineRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Puts it into an application that has MongoDB: {@code GET /authors}. */
public final class Library {

    private Library() {}

    public static void addTo(ConfigurableApplicationContext context) {
        GenericApplicationContext beans = (GenericApplicationContext) context;
        beans.registerBean(LibraryService.class);
        beans.registerBean(LibraryController.class);
        beans.registerBean(
                CommandLineRunner.class,
                () -> arguments -> beans.getBean(LibraryService.class).fill());
    }
}
