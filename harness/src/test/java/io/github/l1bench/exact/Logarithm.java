package io.github.l1bench.exact;

import java.util.stream.IntStream;

/** log a in double-double: a = 2^k m with m about 1, and log m = 2 artanh((m - 1) / (m + 1)) by its power series. */
final class Logarithm {
    private static final DoubleDouble LOG_2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
    // t^2 < 0.0295 to this power is beneath the last digit of 1.
    private static final int TERMS = 23;
    private static final DoubleDouble[] ODD_INVERSES = IntStream.range(0, TERMS)
            .mapToObj(i -> DoubleDouble.ONE.dividedBy(2 * i + 1))
            .toArray(DoubleDouble[]::new);

    private Logarithm() {}

    /**
     * log a, to about 1e-30 of itself.
     *
     * @throws ArithmeticException if a is not positive
     */
    static DoubleDouble of(DoubleDouble a) {
        if (!(a.hi() > 0)) {
            throw new ArithmeticException("there is no logarithm of " + a.hi());
        }
        int k = Math.getExponent(a.hi() * Math.sqrt(0.5)) + 1;
        DoubleDouble m = a.scaled(-k);
        DoubleDouble t = m.minus(DoubleDouble.ONE).dividedBy(m.plus(DoubleDouble.ONE));
        DoubleDouble square = t.times(t);
        DoubleDouble sum = ODD_INVERSES[TERMS - 1];
        for (int i = TERMS - 2; i >= 0; i--) {
            sum = sum.times(square).plus(ODD_INVERSES[i]);
        }
        return LOG_2.times(k).plus(sum.times(t).scaled(1));
    }
}
