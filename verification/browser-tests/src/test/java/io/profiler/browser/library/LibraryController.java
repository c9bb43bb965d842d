// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser.library;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LibraryController {

    private final LibraryService library;

    LibraryController(LibraryService library) {
        this.library = library;
    }

    @GetMapping("/authors")
    List<PricedAuthor> authors() {
        return library.all();
    }
}
