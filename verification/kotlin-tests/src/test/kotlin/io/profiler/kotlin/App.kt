// SPDX-License-Identifier: Apache-2.0
package io.profiler.kotlin

import io.profiler.test.CollectingSink
import io.profiler.trace.ManagementStore
import io.profiler.trace.MessageStore
import io.profiler.trace.Traced
import kotlinx.coroutines.CoroutineName
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import org.springframework.boot.SpringBootConfiguration
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Import
import org.springframework.stereotype.Component
import org.springframework.stereotype.Service
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController
import reactor.core.publisher.Mono

@SpringBootConfiguration
@EnableAutoConfiguration(
    excludeName = [
        "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
        "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
    ],
)
@Import(Store::class, Queues::class, Translations::class, Pages::class, Lookups::class, Streams::class, Later::class, Web::class)
class App {
    @Bean
    fun sink() = CollectingSink()
}

@ManagementStore
@Component
class Queues {
    fun name() = "queue"
}

@MessageStore
@Component
class Store(private val queues: Queues) {
    suspend fun slow(token: String): String {
        delay(PAUSE)
        return queues.name() + token
    }

    suspend fun fails(): String {
        delay(1)
        throw IllegalStateException("no such message")
    }

    @Traced("shown", showResult = true)
    suspend fun immediate(): String = "at once"

    fun all(): Flow<String> = flow {
        emit("a")
        delay(PAUSE)
        emit(currentCoroutineContext()[CoroutineName]!!.name)
    }
}

@Service
class Translations {
    suspend fun find(text: String, language: String? = "en"): String {
        delay(1)
        return "$text in $language"
    }
}

@Service
class Pages {
    private var asked = 0

    suspend fun find(page: Int = 1): String {
        delay(1)
        asked++
        return "page $page"
    }
}

@Service
class Lookups {
    suspend fun find(text: String): Result<String> = runCatching { text }
}

@Service
class Streams {
    suspend fun open(text: String): Mono<String> = Mono.just(text)
}

@Service
class Later {
    val deferred = CoroutineScope(Dispatchers.Default).async(start = CoroutineStart.LAZY) { "begun" }

    fun begin(): Deferred<String> = deferred
}

@RestController
class Web(
    private val store: Store,
    private val translations: Translations,
    private val pages: Pages,
    private val lookups: Lookups,
    private val streams: Streams,
    private val later: Later,
) {
    @GetMapping("/lookups")
    suspend fun lookups() = lookups.find("tea").getOrThrow()

    @GetMapping("/streams")
    suspend fun streams() = streams.open("tea").javaClass.simpleName

    @GetMapping("/later")
    suspend fun later(): String {
        val deferred = later.begin()
        delay(PAUSE)
        val isBegun = deferred.isActive || deferred.isCompleted
        deferred.cancel()
        return "begun $isBegun, cancelled ${later.begin().isCancelled}"
    }

    @GetMapping("/translations")
    suspend fun translations() = translations.find("tea", null) + ", " + translations.find("tea")

    @GetMapping("/pages")
    suspend fun pages() = pages.find() + ", " + pages.find(2)

    @GetMapping("/slow")
    suspend fun slow() = store.slow("1") + store.slow("2")

    @GetMapping("/fails")
    suspend fun fails() = store.fails()

    @GetMapping("/immediate")
    suspend fun immediate() = store.immediate()

    @GetMapping("/moved")
    suspend fun moved() = withContext(Dispatchers.IO) { store.slow("3") }

    @GetMapping("/first")
    suspend fun first() = store.all().first() + store.all().take(1).toList().joinToString()

    @GetMapping("/cancelled")
    suspend fun cancelled() = withTimeoutOrNull(1) { store.slow("4") } ?: "too late"

    @GetMapping("/all")
    suspend fun all() = withContext(CoroutineName("named")) { store.all().toList().joinToString() }
}

/** Long enough to be told from nothing; no test depends on how long it takes. */
const val PAUSE = 20L
