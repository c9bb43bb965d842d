// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The text that Python prints for a float: the shortest decimal that reads back as the same number, the nearest one
 * if several are as short; in scientific notation below 0.0001 and from 1e16 on. (Double.toString of Java 17 is
 * sometimes longer than needed.)
 */
final class PythonFloat {

    private static final int MAX_DIGITS = 17;

    private PythonFloat() {}

    static String repr(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        String sign = Math.copySign(1, value) < 0 ? "-" : "";
        return sign + (value == 0 ? "0.0" : layOut(shortest(Math.abs(value))));
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            BigDecimal nearer = exact.subtract(below).compareTo(above.subtract(exact)) <= 0 ? below : above;
            BigDecimal farther = nearer == below ? above : below;
            if (nearer.doubleValue() == value) {
                return nearer;
            }
            if (farther.doubleValue() == value) {
                return farther;
            }
        }
        return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static String layOut(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            return scientific(stripped.unscaledValue().toString(), exponent);
        }
        String plain = stripped.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static String scientific(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        int magnitude = Math.abs(exponent);
        return mantissa + (exponent < 0 ? "e-" : "e+") + (magnitude < 10 ? "0" : "") + magnitude;
    }
}
