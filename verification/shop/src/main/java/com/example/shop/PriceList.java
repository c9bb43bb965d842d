// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;

@Service
class PriceList {

    @Cacheable("prices")
    public int of(String product) {
        return 100 * product.length();
    }
}
