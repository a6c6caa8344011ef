package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.D;
import static io.github.l1bench.kernel.vector.Lanes.DOUBLES;
import static io.github.l1bench.kernel.vector.Lanes.doubles;
import static jdk.incubator.vector.VectorOperators.ADD;

import io.github.l1bench.kernel.AveragedStep;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/** Proximal steps along an average of gradients. */
final class Steps {
    private Steps() {}

    static void averaged(
            double[][] w,
            double[][] g,
            double[] x,
            double[] a,
            double c,
            double t,
            int n,
            double[] next,
            double[] out) {
        for (int k = 0; k < w.length; k++) {
            out[k] = averaged(w[k], g[k], x, a[k], c, t, n, next);
        }
    }

    /** One step of w and g; returns the inner product of the new w, still in its register, with {@code next}. */
    private static double averaged(
            double[] w, double[] g, double[] x, double a, double c, double t, int n, double[] next) {
        DoubleVector length = doubles(a);
        DoubleVector share = doubles(-c);
        DoubleVector threshold = doubles(t);
        DoubleVector sum = DoubleVector.zero(DOUBLES);
        int i = 0;
        for (; i <= n - D; i += D) {
            DoubleVector old = doubles(g, i);
            DoubleVector move = doubles(x, i).mul(length);
            old.add(move).intoArray(g, i);
            DoubleVector stepped = shrink(old.fma(share, doubles(w, i).sub(move)), threshold);
            stepped.intoArray(w, i);
            sum = doubles(next, i).fma(stepped, sum);
        }
        double total = sum.reduceLanes(ADD);
        for (; i < n; i++) {
            double move = a * x[i];
            double old = g[i];
            w[i] = AveragedStep.shrink(w[i] - (move + c * old), t);
            g[i] = old + move;
            total += w[i] * next[i];
        }
        return total;
    }

    /**
     * v less what lies of it in [-t, t]. Without their signs, doubles are in the order of their bits, and a minimum of
     * whole numbers is one operation with AVX-512 and two with AVX2, where that of doubles is five.
     */
    private static DoubleVector shrink(DoubleVector v, DoubleVector t) {
        LongVector bits = v.reinterpretAsLongs();
        LongVector size = bits.and(Long.MAX_VALUE).min(t.reinterpretAsLongs());
        return v.sub(size.or(bits.and(Long.MIN_VALUE)).reinterpretAsDoubles());
    }
}
