// SPDX-License-Identifier: Apache-2.0
package io.profiler.sql;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A clinic's pets, each with an owner of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class PetApplication {

    @RestController
    static class Controller {

        private final Pets pets;

        Controller(Pets pets) {
            this.pets = pets;
        }

        @GetMapping("/fill")
        int fill() {
            return pets.saveAll(IntStream.range(0, 100)
                            .mapToObj(i -> new Pet("pet " + i, new Owner("owner " + i)))
                            .toList())
                    .size();
        }

        @GetMapping("/pets")
        List<String> pets() {
            return pets.findAll().stream().map(pet -> pet.owner.name).toList();
        }

        @GetMapping("/pets/{id}")
        String pet(@PathVariable Integer id) {
            return pets.findById(id).orElseThrow().name;
        }
    }
}
