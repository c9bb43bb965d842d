// SPDX-License-Identifier: Apache-2.0
package io.profiler.kotlin

import io.profiler.test.CollectingSink
import io.profiler.point.TracePoint
import io.profiler.propagation.SignedHeaders
import io.profiler.propagation.TraceContext
import org.assertj.core.api.Assertions.assertThat
import org.awaitility.Awaitility.await
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.test.web.server.LocalServerPort
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.util.UUID

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = [
        "profiler.enabled=true",
        "profiler.hmac-keys=key",
        "profiler.trace-wsgi-transport=true",
        "profiler.trace-message-store=true",
        "profiler.trace-management-store=true",
        "profiler.capture.arguments=true",
    ],
)
class CoroutinesTest(
    @Autowired private val sink: CollectingSink,
    @param:LocalServerPort private val port: Int,
) {
    @Test
    fun `what a suspending function calls is below it, after it has been resumed too`() {
        val points = profiled("/slow", "queue1queue2")

        assertThat(tree(points)).isEqualTo(
            "wsgi(controller(message_store(management_store) message_store(management_store)))",
        )
    }

    @Test
    fun `a suspending function lasts until it returns`() {
        val points = profiled("/slow", "queue1queue2")

        assertThat(points.filter { it.name().startsWith("message_store") || it.name().startsWith("controller") }.map { it.name() })
            .containsExactly(
                "controller-start",
                "message_store-start",
                "message_store-stop",
                "message_store-start",
                "message_store-stop",
                "controller-stop",
            )
    }

    /** The error page has a controller, too, which does not fail. */
    @Test
    fun `the exception is in each span that it passes`() {
        val points = profiled("/fails", null)

        for (name in listOf("controller-stop", "message_store-stop")) {
            assertThat(points.single { it.name() == name && "etype" in it.info() }.info())
                .containsEntry("etype", "java.lang.IllegalStateException")
                .containsEntry("message", "no such message")
        }
    }

    @Test
    fun `one that does not suspend shows its result`() {
        val points = profiled("/immediate", "at once")

        assertThat(points.single { it.name() == "shown-stop" }.info()["function"])
            .isEqualTo(mapOf("result" to "\"at once\""))
    }

    @Test
    fun `a coroutine that changes its dispatcher stays in the trace`() {
        assertThat(tree(profiled("/moved", "queue3")))
            .isEqualTo("wsgi(controller(message_store(management_store)))")
    }

    @Test
    fun `a flow is timed until it is collected, in the context of its collector`() {
        assertThat(tree(profiled("/all", "a, named"))).isEqualTo("wsgi(controller(message_store))")
    }

    @Test
    fun `a collector that has seen enough has not failed, nor has a call that is cancelled`() {
        for (points in listOf(profiled("/first", "aa"), profiled("/cancelled", "too late"))) {
            val stops = points.filter { it.name() == "message_store-stop" }

            assertThat(stops).isNotEmpty().allSatisfy { assertThat(it.info()).doesNotContainKey("etype") }
        }
    }

    /** Which a proxy of Spring's would give its default instead. */
    @Test
    fun `a function that is given null where it has a default gets null`() {
        assertThat(tree(profiled("/translations", "tea in null, tea in en"))).isEqualTo("wsgi(controller)")
    }

    @Test
    fun `one that cannot be given null is traced`() {
        assertThat(tree(profiled("/pages", "page 1, page 2"))).isEqualTo("wsgi(controller(service service))")
    }

    /** Of these, a proxy of Spring's would box the first, and subscribe to the second. */
    @Test
    fun `what functions return is what their callers get`() {
        assertThat(tree(profiled("/lookups", "tea"))).isEqualTo("wsgi(controller)")
        assertThat(tree(profiled("/streams", "MonoJust"))).isEqualTo("wsgi(controller)")
    }

    @Test
    fun `a deferred value is begun and cancelled by its caller alone`() {
        assertThat(tree(profiled("/later", "begun false, cancelled true"))).startsWith("wsgi(controller(service")
    }

    @Test
    fun `arguments are those of the function, without its continuation`() {
        val points = profiled("/moved", "queue3")

        assertThat(points.single { it.name() == "message_store-start" }.info()["function"])
            .isEqualTo(mapOf("name" to "io.profiler.kotlin.Store.slow", "args" to "(***)", "kwargs" to "{}"))
    }

    private fun profiled(path: String, body: String?): List<TracePoint> {
        val baseId = UUID.randomUUID().toString()
        val request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:$port$path"))
        SignedHeaders.sign(TraceContext(baseId, baseId, "key")).asMap().forEach(request::header)
        val response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString())
        if (body != null) {
            assertThat(response.body()).isEqualTo(body)
        }
        val points = { sink.points().filter { it.baseId() == baseId } }
        await().untilAsserted {
            assertThat(points().count { it.isStop }).isEqualTo(points().count { !it.isStop })
            assertThat(points().map { it.name() }).contains("wsgi-stop")
        }
        return points().sortedBy { it.timestamp() }
    }

    private fun tree(points: List<TracePoint>) = below(points, points.first().baseId())

    private fun below(points: List<TracePoint>, parent: String): String =
        points.filter { !it.isStop && it.parentId() == parent }.joinToString(" ") {
            val children = below(points, it.traceId())
            it.name().removeSuffix("-start") + if (children.isEmpty()) "" else "($children)"
        }
}
