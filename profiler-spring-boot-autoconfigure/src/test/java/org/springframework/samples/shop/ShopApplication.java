// SPDX-License-Identifier: Apache-2.0
package org.springframework.samples.shop;

import io.profiler.autoconfigure.kit.BaseApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Spring Boot scans the package of this class. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
@Import({BaseApplication.class, Prices.class})
public class ShopApplication {}
