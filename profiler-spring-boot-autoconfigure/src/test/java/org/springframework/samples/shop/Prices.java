// SPDX-License-Identifier: Apache-2.0
package org.springframework.samples.shop;

import org.springframework.stereotype.Service;

/** A service of an application. */
@Service
public class Prices {

    /** What something costs. */
    public int of(String what) {
        return what.length();
    }
}
