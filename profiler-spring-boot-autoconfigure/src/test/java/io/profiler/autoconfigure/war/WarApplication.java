// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.war;

import io.profiler.autoconfigure.kit.BaseApplication;
import io.profiler.autoconfigure.kit.StoringApplication.HelloController;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.support.SpringBootServletInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application as a WAR has it, for a container that is not its own; its store is named by a system property. */
@Configuration(proxyBeanMethods = false)
@Import({BaseApplication.Autoconfigured.class, HelloController.class, WarApplication.BoomController.class})
public class WarApplication extends SpringBootServletInitializer {

    @Override
    protected SpringApplicationBuilder configure(SpringApplicationBuilder builder) {
        return builder.sources(WarApplication.class)
                .properties(
                        "spring.main.banner-mode=off",
                        "profiler.enabled=true",
                        "profiler.hmac-keys=key",
                        "profiler.trace-wsgi-transport=true");
    }

    @RestController
    static class BoomController {

        @GetMapping("/boom")
        String boom() {
            throw new IllegalStateException("boom");
        }
    }
}
