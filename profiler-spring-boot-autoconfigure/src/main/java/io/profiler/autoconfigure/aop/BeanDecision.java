// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import java.util.List;
import org.springframework.aop.Advisor;

/**
 * What is to be put in front of a bean, and how.
 *
 * @param advisors none, if the bean is left alone
 * @param byClass whether a proxy that has to be made is a subclass
 * @param isUnasked whether nobody has asked for it to be traced
 */
record BeanDecision(List<Advisor> advisors, boolean byClass, boolean isUnasked) {

    static final BeanDecision LEFT_ALONE = new BeanDecision(List.of(), false, true);
}
