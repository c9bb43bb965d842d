// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Books in MongoDB, and their numbers in Redis, behind WebFlux. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(StoresController.class)
class StoresApplication {}
