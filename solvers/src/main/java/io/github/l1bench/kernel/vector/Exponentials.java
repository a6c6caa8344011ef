package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.D;
import static io.github.l1bench.kernel.vector.Lanes.DOUBLES;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * exp(x) = 2^m exp(r) with m the whole number nearest to x / log 2 and r = x - m log 2, |r| <= 0.35, by a Taylor polynomial
 * of degree twelve (Muller, Elementary Functions, 3rd edition, 2016, chapter 11).
 *
 * <p><b>Error</b>, relative, with u = 2^-53: r is off by 2 u |r| (the first part of log 2 has 33 bits, so that its product
 * with m is exact; both multiply-adds are fused), which exp passes on as 0.7 u; what is cut off the series is below
 * 0.35^13 / 13! = 1.9e-16 or, relative to exp(r) >= 0.7, 2.5 u; Horner's scheme with fused operations adds 2 u; 2^m is
 * exact. That is 6 u for every x, within the 31 u and more that the certificate reckons with.
 */
final class Exponentials {
    // As in the plain kernel, and a ceiling below which 2^m is a double.
    private static final double FLOOR = -60;
    private static final double CEILING = 700;

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LOG_2_HIGH = 6.93147180369123816490e-01;
    private static final double LOG_2_LOW = 1.90821492927058770002e-10;
    private static final int BIAS = 1023;
    // 1.5 2^52 + 1023: a sum with it is rounded to a whole number, whose last bits are m + 1023.
    private static final double ROUNDER = 0x1.8p52 + BIAS;

    // 1 / 12!, ..., 1 / 2!
    private static final double C12 = 2.08767569878681e-9;
    private static final double C11 = 2.505210838544172e-8;
    private static final double C10 = 2.755731922398589e-7;
    private static final double C9 = 2.7557319223985893e-6;
    private static final double C8 = 2.48015873015873e-5;
    private static final double C7 = 1.984126984126984e-4;
    private static final double C6 = 1.388888888888889e-3;
    private static final double C5 = 8.333333333333333e-3;
    private static final double C4 = 4.1666666666666664e-2;
    private static final double C3 = 0.16666666666666666;

    // Samples whose maxima and sums stay in the first-level cache while classes go by.
    private static final int BLOCK = 512;

    private Exponentials() {}

    static void exponentials(double[] z, double[] shift, double[] out, int from, int to) {
        for (int i = from; i < to; i += BLOCK) {
            block(z, shift, out, i, Math.min(to, i + BLOCK));
        }
    }

    static void softmax(double[][] z, double[] maxima, double[][] exponentials, double[] sums, int from, int to) {
        for (int i = from; i < to; i += BLOCK) {
            int end = Math.min(to, i + BLOCK);
            System.arraycopy(z[0], i, maxima, i, end - i);
            for (int k = 1; k < z.length; k++) {
                Vectors.maximum(z[k], maxima, i, end);
            }
            Arrays.fill(sums, i, end, 0);
            for (int k = 0; k < z.length; k++) {
                block(z[k], maxima, exponentials[k], i, end);
                Vectors.axpy(1, exponentials[k], sums, i, end);
            }
        }
    }

    // In one piece: a helper that C2 does not inline, because its caller's caller is large already, would be handed
    // objects, and be ten times slower.
    private static void block(double[] z, double[] shift, double[] out, int from, int to) {
        DoubleVector log2e = DoubleVector.broadcast(DOUBLES, LOG2_E);
        DoubleVector rounder = DoubleVector.broadcast(DOUBLES, ROUNDER);
        DoubleVector high = DoubleVector.broadcast(DOUBLES, -LOG_2_HIGH);
        DoubleVector low = DoubleVector.broadcast(DOUBLES, -LOG_2_LOW);
        int i = from;
        for (; i <= to - D; i += D) {
            DoubleVector x = DoubleVector.fromArray(DOUBLES, z, i).sub(DoubleVector.fromArray(DOUBLES, shift, i));
            x = x.blend(FLOOR, x.compare(LT, FLOOR));
            x = x.blend(CEILING, x.compare(GT, CEILING));
            DoubleVector rounded = x.fma(log2e, rounder);
            DoubleVector m = rounded.sub(rounder);
            DoubleVector r = m.fma(low, m.fma(high, x));
            // Horner's scheme in r^2 for even and odd terms, whose chains run side by side.
            DoubleVector s = r.mul(r);
            DoubleVector even = s.fma(C12, C10);
            DoubleVector odd = s.fma(C11, C9);
            even = even.fma(s, DoubleVector.broadcast(DOUBLES, C8));
            odd = odd.fma(s, DoubleVector.broadcast(DOUBLES, C7));
            even = even.fma(s, DoubleVector.broadcast(DOUBLES, C6));
            odd = odd.fma(s, DoubleVector.broadcast(DOUBLES, C5));
            even = even.fma(s, DoubleVector.broadcast(DOUBLES, C4));
            odd = odd.fma(s, DoubleVector.broadcast(DOUBLES, C3));
            even = even.fma(s, DoubleVector.broadcast(DOUBLES, 0.5));
            DoubleVector e = odd.fma(r, even).fma(s, r).add(1);
            e.mul(rounded.reinterpretAsLongs().lanewise(LSHL, 52).reinterpretAsDoubles())
                    .intoArray(out, i);
        }
        for (; i < to; i++) {
            out[i] = exp(z[i] - shift[i]);
        }
    }

    // The same operations for one number: where it stands does not change its exponential.
    private static double exp(double any) {
        double x = any < FLOOR ? FLOOR : any > CEILING ? CEILING : any;
        double rounded = Math.fma(x, LOG2_E, ROUNDER);
        double m = rounded - ROUNDER;
        double r = Math.fma(m, -LOG_2_LOW, Math.fma(m, -LOG_2_HIGH, x));
        return polynomial(r) * Double.longBitsToDouble(Double.doubleToRawLongBits(rounded) << 52);
    }

    private static double polynomial(double r) {
        double s = r * r;
        double even = Math.fma(s, C12, C10);
        double odd = Math.fma(s, C11, C9);
        even = Math.fma(even, s, C8);
        odd = Math.fma(odd, s, C7);
        even = Math.fma(even, s, C6);
        odd = Math.fma(odd, s, C5);
        even = Math.fma(even, s, C4);
        odd = Math.fma(odd, s, C3);
        even = Math.fma(even, s, 0.5);
        return Math.fma(Math.fma(odd, r, even), s, r) + 1;
    }
}
