// SPDX-License-Identifier: Apache-2.0
package io.profiler.servers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** All that any logger says, at whatever level, and of {@code java.util.logging} as well; printed nowhere meanwhile. */
public final class WholeLog implements AutoCloseable {

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level rootLevel = root.getLevel();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final Appender<ILoggingEvent> appender = new Lines();
    private final java.util.logging.Logger jdkRoot = LogManager.getLogManager().getLogger("");
    private final java.util.logging.Level jdkLevel = jdkRoot.getLevel();
    private final List<Handler> jdkOthers = List.of(jdkRoot.getHandlers());
    private final Handler handler = new JdkLines();

    private WholeLog() {
        Iterator<Appender<ILoggingEvent>> present = root.iteratorForAppenders();
        present.forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        jdkOthers.forEach(jdkRoot::removeHandler);
        handler.setLevel(java.util.logging.Level.ALL);
        jdkRoot.addHandler(handler);
        jdkRoot.setLevel(java.util.logging.Level.ALL);
    }

    /** Captures until it is closed. */
    public static WholeLog capture() {
        return new WholeLog();
    }

    /** What was said until now, with stack traces. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        root.setLevel(rootLevel);
        others.forEach(root::addAppender);
        jdkRoot.removeHandler(handler);
        jdkRoot.setLevel(jdkLevel);
        jdkOthers.forEach(jdkRoot::addHandler);
    }

    private final class Lines extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName()
                    + ' '
                    + event.getFormattedMessage()
                    + ' '
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    }

    private final class JdkLines extends Handler {

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
