// SPDX-License-Identifier: Apache-2.0
package com.example.stock;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController {

    private final Levels levels;

    StockController(Levels levels) {
        this.levels = levels;
    }

    @GetMapping("/stock/{product}")
    Level level(@PathVariable String product) {
        return new Level(product, levels.of(product));
    }
}
