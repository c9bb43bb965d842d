// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;

/** Layers behind the advice of others, proxied as Spring proxies a bean. */
final class Advised {

    private Advised() {}

    static Layer by(MethodInterceptor advice) {
        ProxyFactory factory = new ProxyFactory(new Layer());
        factory.setProxyTargetClass(true);
        factory.addAdvice(advice);
        return (Layer) factory.getProxy();
    }
}
