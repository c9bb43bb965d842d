// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application on Tomcat with a controller, and whatever store its properties name. */
@Configuration(proxyBeanMethods = false)
@Import({BaseApplication.Autoconfigured.class, StoringApplication.HelloController.class})
public class StoringApplication {

    /** A controller that says hello. */
    @RestController
    public static class HelloController {

        @GetMapping("/hello")
        String hello() {
            return "hello";
        }
    }
}
