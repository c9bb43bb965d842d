// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.impl.ForgivingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What fails here fails for a caller, too, and is told there in one line. */
final class QuietExceptionHandler extends ForgivingExceptionHandler {

    private static final Logger logger = LoggerFactory.getLogger(QuietExceptionHandler.class);

    @Override
    protected void log(String message, Throwable cause) {
        logger.debug(message, cause);
    }
}
