// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import io.micrometer.observation.annotation.Observed;
import org.springframework.stereotype.Repository;

@Repository
@Observed
class CustomerStore {

    public String name(int id) {
        return "Customer " + id;
    }

    public String address(int id) {
        return id + " High Street";
    }
}
