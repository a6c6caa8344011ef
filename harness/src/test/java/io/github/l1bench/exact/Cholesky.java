package io.github.l1bench.exact;

/** Cholesky's method in double-double. */
final class Cholesky {
    private Cholesky() {}

    /**
     * Solves A x = b.
     *
     * @param a symmetric and positive definite, m x m; only its lower triangle is read
     * @param b m values
     * @throws ArithmeticException if A is not positive definite to the precision of the arithmetic
     */
    static DoubleDouble[] solve(DoubleDouble[][] a, DoubleDouble[] b) {
        DoubleDouble[][] factor = factor(a);
        int m = b.length;
        DoubleDouble[] x = b.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < i; j++) {
                x[i] = x[i].minus(factor[i][j].times(x[j]));
            }
            x[i] = x[i].dividedBy(factor[i][i]);
        }
        for (int i = m - 1; i >= 0; i--) {
            for (int j = i + 1; j < m; j++) {
                x[i] = x[i].minus(factor[j][i].times(x[j]));
            }
            x[i] = x[i].dividedBy(factor[i][i]);
        }
        return x;
    }

    private static DoubleDouble[][] factor(DoubleDouble[][] a) {
        int m = a.length;
        DoubleDouble[][] factor = new DoubleDouble[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                DoubleDouble sum = a[i][j];
                for (int t = 0; t < j; t++) {
                    sum = sum.minus(factor[i][t].times(factor[j][t]));
                }
                if (i == j && sum.signum() <= 0) {
                    throw new ArithmeticException("pivot " + i + " is " + sum);
                }
                factor[i][j] = i == j ? sum.squareRoot() : sum.dividedBy(factor[j][j]);
            }
        }
        return factor;
    }
}
