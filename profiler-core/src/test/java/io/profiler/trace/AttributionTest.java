// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.trace.SpanCourse.Way;
import io.profiler.trace.sample.Stack;
import io.profiler.trace.sample.Stacks;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the clock says, and what the stack says, about looks at a thread of which everything is known. */
class AttributionTest {

    private static final String FILTER = "io.profiler.autoconfigure.servlet.ProfilerFilter.profile ";
    private static final String ADVICE = "io.profiler.autoconfigure.aop.TracingInterceptor.profile "
            + "org.springframework.aop.framework.ReflectiveMethodInvocation.proceed ";
    private static final String LAMBDA = "io.profiler.trace.Profiler.trace ";
    private static final String PLACE = "io.profiler.trace.TracePosition.run ";
    private static final String OUTER = "java.lang.Thread.run ";
    private static final String STATEMENT = "io.profiler.autoconfigure.jdbc.TracedObject.call "
            + "net.ttddyy.dsproxy.proxy.PreparedStatementProxyLogic.invoke java.lang.reflect.Method.invoke ";

    private final SpanCourse course = new SpanCourse();
    private final ActiveTrace trace = ActiveTraces.open();
    private final RecordedSpan request = span(null, "wsgi", Map.of());
    private final RecordedSpan buy = method(request, "com.acme.Shop.buy");
    private final RecordedSpan pay = method(buy, "com.acme.Bank.pay");

    @Test
    void theOneSpanThatWasCurrentHasIt() {
        begin(request, 0);
        begin(buy, 100);
        leaveTo(request, 200);

        assertPlace(
                place(110, 190, OUTER + FILTER + "a.Servlet.service " + ADVICE + "com.acme.Shop.buy"), buy, "Shop.buy");
        assertPlace(place(10, 90, OUTER + FILTER + "a.Servlet.service"), request, "a.Servlet.service");
        assertPlace(place(210, 220, OUTER + FILTER + "a.Servlet.service"), request, "a.Servlet.service");
    }

    @Test
    void betweenASpanAndTheOneAroundItTheStackDecides() {
        begin(request, 0);
        begin(buy, 100);
        leaveTo(request, 101);

        assertPlace(place(50, 150, OUTER + FILTER + "a.S.s " + ADVICE + "com.acme.Shop.buy a.B.b"), buy, "Shop.buy");
        assertPlace(place(50, 150, OUTER + FILTER + "a.S.s a.B.b"), request, "a.S.s");
    }

    @Test
    void whatIsJustBeingBegunIsNotOpenYet() {
        begin(request, 0);
        begin(buy, 100);
        String starting = FILTER + "a.S.s io.profiler.autoconfigure.aop.TracingInterceptor.profile "
                + "io.profiler.autoconfigure.aop.TracingInterceptor.start";

        assertPlace(place(50, 101, starting), request, "a.S.s");
        assertThat(place(110, 120, starting).span()).isSameAs(buy);
    }

    @Test
    void betweenSpansBesideEachOtherTheMethodDecides() {
        RecordedSpan sell = method(request, "com.acme.Shop.sell");
        begin(request, 0);
        begin(buy, 100);
        leaveTo(request, 150);
        begin(sell, 160);
        leaveTo(request, 300);

        assertPlace(place(90, 400, FILTER + ADVICE + "com.acme.Shop.buy a.B.b"), buy, "Shop.buy");
        assertPlace(place(90, 400, FILTER + ADVICE + "com.acme.Shop.sell a.B.b"), sell, "Shop.sell");
    }

    @Test
    void betweenSpansThatAreAlikeTheClockDecides() {
        RecordedSpan second = method(request, "com.acme.Shop.buy");
        begin(request, 0);
        begin(buy, 100);
        leaveTo(request, 110);
        begin(second, 120);
        leaveTo(request, 190);

        assertThat(place(90, 200, FILTER + ADVICE + "com.acme.Shop.buy").span()).isSameAs(second);
        assertThat(place(90, 125, FILTER + ADVICE + "com.acme.Shop.buy").span()).isSameAs(buy);
    }

    @Test
    void whatCallsItselfIsCounted() {
        RecordedSpan outer = method(request, "a.R.r");
        RecordedSpan middle = method(outer, "a.R.r");
        RecordedSpan inner = method(middle, "a.R.r");
        begin(request, 0);
        begin(outer, 10);
        begin(middle, 20);
        begin(inner, 30);
        leaveTo(middle, 40);
        leaveTo(outer, 50);

        assertThat(place(5, 60, FILTER + ADVICE + "a.R.r").span()).isSameAs(outer);
        assertThat(place(5, 60, FILTER + ADVICE + "a.R.r " + ADVICE + "a.R.r").span())
                .isSameAs(middle);
        assertThat(place(5, 60, FILTER + (ADVICE + "a.R.r ").repeat(3)).span()).isSameAs(inner);
    }

    @Test
    void aMethodThatIsInheritedIsKnownByItsName() {
        begin(request, 0);
        begin(buy, 100);
        begin(pay, 200);
        leaveTo(buy, 300);

        assertPlace(
                place(150, 350, FILTER + ADVICE + "com.acme.AnyShop.buy " + ADVICE + "com.acme.AnyBank.pay"),
                pay,
                "AnyBank.pay");
    }

    @Test
    void aSpanWithoutAMarkerIsToldByTheClockAloneAndOnlyIfThatIsSure() {
        RecordedSpan block = span(buy, "cache", Map.of());
        begin(request, 0);
        begin(buy, 100);
        begin(block, 200);
        leaveTo(buy, 300);
        String inBuy = FILTER + ADVICE + "com.acme.Shop.buy a.B.b";

        assertThat(place(201, 299, inBuy).span()).isSameAs(block);
        assertThat(place(199, 299, inBuy).span()).isSameAs(block);
        assertThat(place(150, 250, inBuy).span()).isNull();
        assertThat(place(110, 190, inBuy).span()).isSameAs(buy);
    }

    @Test
    void aLambdaLeavesAMarker() {
        RecordedSpan pricing = span(buy, "pricing", Map.of());
        begin(request, 0);
        begin(buy, 100);
        course.add(pricing, Way.STARTED, 200);
        course.markLambda();
        leaveTo(buy, 300);
        String inBuy = FILTER + ADVICE + "com.acme.Shop.buy ";

        assertPlace(place(150, 350, inBuy + LAMBDA + "com.acme.Shop.lambda"), pricing, "Shop.lambda");
        assertPlace(place(150, 350, inBuy + "a.B.b"), buy, "Shop.buy");
    }

    @Test
    void aStatementLeavesAMarkerWhileTheDriverRuns() {
        RecordedSpan select = span(buy, "db", Map.of("db", Map.of("statement", "select 1")));
        begin(request, 0);
        begin(buy, 100);
        begin(select, 200);
        leaveTo(buy, 300);
        String inBuy = FILTER + ADVICE + "com.acme.Shop.buy ";

        assertPlace(
                place(150, 350, inBuy + STATEMENT + "org.h2.jdbc.JdbcPreparedStatement.executeQuery"),
                select,
                "JdbcPreparedStatement.executeQuery");
        assertPlace(place(150, 250, inBuy + STATEMENT + "org.h2.jdbc.JdbcConnection.getMetaData"), buy, "Shop.buy");
        assertThat(place(150, 250, inBuy + "a.B.b").span())
                .as("no proxy was ever seen")
                .isNull();
    }

    /** As a task on another thread: what is around it is on the stack of the thread that gave it. */
    @Test
    void whereAThreadIsToldToGoOnNothingOfWhatIsAroundItIsExpected() {
        course.add(buy, Way.PLACED, 0);
        begin(pay, 100);
        leaveTo(buy, 200);

        assertPlace(place(50, 150, OUTER + PLACE + "com.acme.Task.run a.B.b"), buy, "Task.run");
        assertPlace(
                place(50, 150, OUTER + PLACE + "com.acme.Task.run " + ADVICE + "com.acme.Bank.pay"), pay, "Bank.pay");
    }

    /** As the filter does: it begins the span, and then tells the thread to go on below it. */
    @Test
    void aRequestBeginsInsideItsFilterThoughTheThreadIsToldWhereItIs() {
        course.add(request, Way.PLACED, 0);
        begin(buy, 100);
        leaveTo(request, 200);

        assertPlace(
                place(10, 20, OUTER + FILTER + "org.springframework.web.Servlet.service"), request, "Servlet.service");
        assertPlace(place(50, 150, OUTER + FILTER + "a.S.s " + ADVICE + "com.acme.Shop.buy"), buy, "Shop.buy");
    }

    @Test
    void aThreadThatWorksForSomethingElseIsNotTold() {
        course.add(buy, Way.PLACED, 0);
        course.add(null, Way.GONE, 100);

        assertThat(place(110, 120, OUTER + "a.Other.work")).isNull();
        assertThat(place(-20, -10, OUTER + "a.Other.work")).isNull();
        assertThat(place(10, 20, OUTER + "a.Task.run").span()).isSameAs(buy);
    }

    private void begin(RecordedSpan span, long nanos) {
        course.add(span, Way.STARTED, nanos);
    }

    private void leaveTo(RecordedSpan span, long nanos) {
        course.add(span, Way.LEFT_TO, nanos);
    }

    private Stack seen;

    private Place place(long before, long after, String calls) {
        seen = Stacks.of(calls.split(" "));
        return new Attribution().of(course, before, after, seen);
    }

    private void assertPlace(Place place, RecordedSpan span, String from) {
        assertThat(place.span()).isSameAs(span);
        int first = place.from();
        while (seen.isNoise(first)) {
            first++;
        }
        assertThat(seen.name(first)).endsWith(from);
    }

    private RecordedSpan method(RecordedSpan parent, String function) {
        return span(parent, "service", Map.of("function", Map.of("name", function)));
    }

    private RecordedSpan span(RecordedSpan parent, String name, Map<String, Object> info) {
        return new RecordedSpan(trace, parent, SpanTemplate.of(name), Info.shared(info), 1);
    }
}
