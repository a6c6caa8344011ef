package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.D;
import static io.github.l1bench.kernel.vector.Lanes.DOUBLES;
import static io.github.l1bench.kernel.vector.Lanes.doubles;
import static jdk.incubator.vector.VectorOperators.ADD;

import jdk.incubator.vector.DoubleVector;

/** Sums of doubles, which C2 leaves scalar: it may not change the order of additions. Four registers hide their latency. */
final class Sums {
    private Sums() {}

    static double sum(double[] x, int n) {
        DoubleVector a = DoubleVector.zero(DOUBLES), b = a, c = a, d = a;
        int i = 0;
        for (; i <= n - 4 * D; i += 4 * D) {
            a = a.add(doubles(x, i));
            b = b.add(doubles(x, i + D));
            c = c.add(doubles(x, i + 2 * D));
            d = d.add(doubles(x, i + 3 * D));
        }
        double total = a.add(b).add(c.add(d)).reduceLanes(ADD);
        for (; i < n; i++) {
            total += x[i];
        }
        return total;
    }

    static double dot(double[] x, double[] y, int n) {
        DoubleVector a = DoubleVector.zero(DOUBLES), b = a, c = a, d = a;
        int i = 0;
        for (; i <= n - 4 * D; i += 4 * D) {
            a = doubles(x, i).fma(doubles(y, i), a);
            b = doubles(x, i + D).fma(doubles(y, i + D), b);
            c = doubles(x, i + 2 * D).fma(doubles(y, i + 2 * D), c);
            d = doubles(x, i + 3 * D).fma(doubles(y, i + 3 * D), d);
        }
        double total = a.add(b).add(c.add(d)).reduceLanes(ADD);
        for (; i < n; i++) {
            total += x[i] * y[i];
        }
        return total;
    }

    static double dotOfDifferences(double[] a, double[] b, double[] c, double[] d, int n) {
        DoubleVector even = DoubleVector.zero(DOUBLES), odd = even;
        int i = 0;
        for (; i <= n - 2 * D; i += 2 * D) {
            even = doubles(a, i).sub(doubles(b, i)).fma(doubles(c, i).sub(doubles(d, i)), even);
            odd = doubles(a, i + D).sub(doubles(b, i + D)).fma(doubles(c, i + D).sub(doubles(d, i + D)), odd);
        }
        double total = even.add(odd).reduceLanes(ADD);
        for (; i < n; i++) {
            total += (a[i] - b[i]) * (c[i] - d[i]);
        }
        return total;
    }
}
