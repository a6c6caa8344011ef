package io.github.l1bench.exact;

import java.util.stream.IntStream;

/**
 * e^x in double-double, as in Hida, Li and Bailey (2001): x = k log 2 + 2^9 r, a Taylor polynomial of e^r - 1, and nine
 * squarings, each of which takes e^r - 1 to e^2r - 1 so that nothing cancels.
 */
final class Exponential {
    // Three doubles of log 2: k times two of them would leave an error of k 1e-32 in x.
    private static final double[] LOG_2 = {0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56, 0x1.7b57a079a1934p-111};
    // |r| < 0.0007, so that r^11 / 11! is beneath the last digit of r.
    private static final int DEGREE = 10;
    private static final int SQUARINGS = 9;
    private static final DoubleDouble[] INVERSE_FACTORIALS = IntStream.rangeClosed(1, DEGREE)
            .mapToObj(Exponential::inverseFactorial)
            .toArray(DoubleDouble[]::new);
    private static final double LARGEST = 709;
    // The result would be below the smallest double.
    private static final double SMALLEST = -746;

    private Exponential() {}

    private static DoubleDouble inverseFactorial(int n) {
        double factorial = IntStream.rangeClosed(1, n).asDoubleStream().reduce(1, (a, b) -> a * b);
        return DoubleDouble.ONE.dividedBy(factorial);
    }

    /**
     * e^x, to about 1e-30 of itself where it is above 1e-290, and zero where it is below the smallest double.
     *
     * @throws ArithmeticException if x is above 709
     */
    static DoubleDouble of(DoubleDouble x) {
        if (x.hi() > LARGEST) {
            throw new ArithmeticException("e^" + x.hi() + " is beyond doubles");
        }
        if (x.hi() < SMALLEST) {
            return DoubleDouble.ZERO;
        }
        int k = (int) Math.rint(x.hi() / LOG_2[0]);
        DoubleDouble r = x;
        for (double part : LOG_2) {
            r = r.minus(DoubleDouble.product(k, part));
        }
        DoubleDouble s = minusOne(r.scaled(-SQUARINGS));
        for (int i = 0; i < SQUARINGS; i++) {
            s = s.scaled(1).plus(s.times(s));
        }
        return s.plus(DoubleDouble.ONE).scaled(k);
    }

    private static DoubleDouble minusOne(DoubleDouble r) {
        DoubleDouble sum = INVERSE_FACTORIALS[DEGREE - 1];
        for (int n = DEGREE - 1; n >= 1; n--) {
            sum = sum.times(r).plus(INVERSE_FACTORIALS[n - 1]);
        }
        return sum.times(r);
    }
}
