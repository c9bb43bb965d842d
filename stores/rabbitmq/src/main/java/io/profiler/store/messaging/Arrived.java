// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.Delivery;
import java.util.Arrays;

/**
 * A message that is here, or the beginning of one that is too large to be read.
 *
 * @param sent how many bytes its body had
 */
record Arrived(Delivery delivery, int sent) {

    private static final int KEPT_OF_TOO_LARGE = 64 << 10;

    static Arrived of(Delivery delivery, int mostBytes) {
        byte[] body = delivery.getBody();
        if (body.length <= mostBytes) {
            return new Arrived(delivery, body.length);
        }
        byte[] beginning = Arrays.copyOf(body, Math.min(mostBytes, KEPT_OF_TOO_LARGE));
        return new Arrived(new Delivery(delivery.getEnvelope(), delivery.getProperties(), beginning), body.length);
    }

    int bytes() {
        return delivery.getBody().length;
    }

    boolean isTooLarge() {
        return bytes() < sent;
    }
}
