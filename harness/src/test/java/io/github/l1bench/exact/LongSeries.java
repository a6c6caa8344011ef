package io.github.l1bench.exact;

import java.math.BigDecimal;
import java.math.MathContext;

/** The exponential to 70 digits, from its power series: what double-double is checked against. */
final class LongSeries {
    private static final MathContext DIGITS = new MathContext(80);
    private static final int HALVINGS = 20;
    private static final BigDecimal SMALLEST = new BigDecimal("1e-90");

    private LongSeries() {}

    /** e^x = (e^(x / 2^20))^(2^20), for |x| below about a thousand. */
    static BigDecimal exponential(BigDecimal x) {
        BigDecimal part = x.divide(BigDecimal.valueOf(1L << HALVINGS), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(SMALLEST) > 0; n++) {
            term = term.multiply(part, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }
}
