package io.github.l1bench.exact;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A number of about 31 decimal digits: the unevaluated sum {@code hi + lo} of two doubles, {@code hi} being the double
 * nearest to it. The exponents are those of doubles, and results are as accurate as said only while {@code lo} does
 * not underflow, for magnitudes from about 1e-290 on; infinities are not supported.
 *
 * <p>Error-free sums and products are those of Knuth (The Art of Computer Programming 2, 4.2.2, theorem B) and Dekker (A
 * floating-point technique for extending the available precision, 1971), the latter with a fused multiply-add. The
 * operations are those of Hida, Li and Bailey (Algorithms for quad-double precision floating point arithmetic, 2001);
 * Joldes, Muller and Popescu (Tight and rigorous error bounds for basic building blocks of double-word arithmetic, 2017)
 * prove relative errors of at most 16 u^2 = 2e-31, u = 2^-53.
 */
record DoubleDouble(double hi, double lo) implements Comparable<DoubleDouble> {
    static final DoubleDouble ZERO = of(0);
    static final DoubleDouble ONE = of(1);

    static DoubleDouble of(double value) {
        return new DoubleDouble(value, 0);
    }

    /** a - b without error (TwoSum). */
    static DoubleDouble difference(double a, double b) {
        double s = a - b;
        double t = s - a;
        return new DoubleDouble(s, (a - (s - t)) - (b + t));
    }

    /** a b without error (TwoProd). */
    static DoubleDouble product(double a, double b) {
        double p = a * b;
        return new DoubleDouble(p, Math.fma(a, b, -p));
    }

    // Fast2Sum: for |a| >= |b|.
    private static DoubleDouble renormalized(double a, double b) {
        double s = a + b;
        return new DoubleDouble(s, b - (s - a));
    }

    DoubleDouble plus(DoubleDouble other) {
        double s = hi + other.hi;
        double t = s - hi;
        double e = (hi - (s - t)) + (other.hi - t);
        double f = lo + other.lo;
        t = f - lo;
        double g = (lo - (f - t)) + (other.lo - t);
        e += f;
        double sum = s + e;
        return renormalized(sum, g + (e - (sum - s)));
    }

    DoubleDouble minus(DoubleDouble other) {
        return plus(other.negated());
    }

    DoubleDouble times(DoubleDouble other) {
        double p = hi * other.hi;
        double e = Math.fma(hi, other.hi, -p);
        return renormalized(p, e + Math.fma(hi, other.lo, lo * other.hi));
    }

    DoubleDouble times(double factor) {
        double p = hi * factor;
        return renormalized(p, Math.fma(lo, factor, Math.fma(hi, factor, -p)));
    }

    /** Long division by doubles, three digits of it. */
    DoubleDouble dividedBy(DoubleDouble other) {
        double first = hi / other.hi;
        DoubleDouble rest = minus(other.times(first));
        double second = rest.hi / other.hi;
        rest = rest.minus(other.times(second));
        return renormalized(first, second).plus(of(rest.hi / other.hi));
    }

    DoubleDouble dividedBy(double divisor) {
        return dividedBy(of(divisor));
    }

    /** Karp's square root: one step of Newton's method. This is not negative. */
    DoubleDouble squareRoot() {
        if (hi == 0) {
            return ZERO;
        }
        double root = Math.sqrt(hi);
        double correction = minus(product(root, root)).hi / (2 * root);
        return renormalized(root, correction);
    }

    DoubleDouble negated() {
        return new DoubleDouble(-hi, -lo);
    }

    DoubleDouble abs() {
        return signum() < 0 ? negated() : this;
    }

    /** This times 2^exponent, without error. */
    DoubleDouble scaled(int exponent) {
        return new DoubleDouble(Math.scalb(hi, exponent), Math.scalb(lo, exponent));
    }

    int signum() {
        return (int) Math.signum(hi != 0 ? hi : lo);
    }

    DoubleDouble max(DoubleDouble other) {
        return compareTo(other) >= 0 ? this : other;
    }

    DoubleDouble min(DoubleDouble other) {
        return compareTo(other) <= 0 ? this : other;
    }

    boolean exceeds(DoubleDouble other) {
        return compareTo(other) > 0;
    }

    /** By value. */
    @Override
    public int compareTo(DoubleDouble other) {
        return hi != other.hi ? Double.compare(hi, other.hi) : Double.compare(lo, other.lo);
    }

    /** The same number, exactly. */
    BigDecimal toBigDecimal() {
        return new BigDecimal(hi).add(new BigDecimal(lo));
    }

    @Override
    public String toString() {
        return toBigDecimal().round(new MathContext(31)).toString();
    }
}
