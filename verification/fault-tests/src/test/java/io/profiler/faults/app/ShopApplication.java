// SPDX-License-Identifier: Apache-2.0
package io.profiler.faults.app;

import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application whose requests call a message store as often as they are told to. */
@SpringBootApplication
public class ShopApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }

    @RestController
    public static class ShopController {

        private final Orders orders;

        ShopController(Orders orders) {
            this.orders = orders;
        }

        @GetMapping("/orders")
        public long orders(@RequestParam(defaultValue = "10") int calls) {
            return IntStream.range(0, calls).mapToLong(orders::count).sum();
        }
    }
}
