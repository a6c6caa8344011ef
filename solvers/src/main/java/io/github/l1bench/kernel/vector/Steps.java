package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.D;
import static io.github.l1bench.kernel.vector.Lanes.doubles;

import io.github.l1bench.kernel.AveragedStep;
import jdk.incubator.vector.DoubleVector;

/** Proximal steps along an average of gradients. */
final class Steps {
    private Steps() {}

    static void averaged(double[] w, double[] g, double[] x, double a, double c, double t, int n) {
        DoubleVector length = doubles(a);
        DoubleVector share = doubles(-c);
        int i = 0;
        for (; i <= n - D; i += D) {
            DoubleVector old = doubles(g, i);
            DoubleVector move = doubles(x, i).mul(length);
            DoubleVector v = old.fma(share, doubles(w, i).sub(move));
            shrink(v, t).intoArray(w, i);
            old.add(move).intoArray(g, i);
        }
        for (; i < n; i++) {
            double move = a * x[i];
            double old = g[i];
            w[i] = AveragedStep.shrink(w[i] - (move + c * old), t);
            g[i] = old + move;
        }
    }

    /** {@link AveragedStep#shrink}. */
    private static DoubleVector shrink(DoubleVector v, double t) {
        DoubleVector above = v.sub(t);
        DoubleVector below = v.add(t);
        return above.add(above.abs()).add(below.sub(below.abs())).mul(0.5);
    }
}
