// SPDX-License-Identifier: Apache-2.0
package io.profiler.sql;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
class Owner {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    String name;

    protected Owner() {}

    Owner(String name) {
        this.name = name;
    }
}
