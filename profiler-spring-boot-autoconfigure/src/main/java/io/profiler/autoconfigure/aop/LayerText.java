// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

/**
 * What the log calls a layer.
 *
 * @param one a bean of the layer
 * @param several more of them
 */
record LayerText(String one, String several) {

    String count(int beans) {
        return switch (beans) {
            case 0 -> "no " + several;
            case 1 -> "1 " + one;
            default -> beans + " " + several;
        };
    }
}
