package io.github.l1bench.spark.math;

import java.util.Arrays;

/**
 * The softmax's Hessian on the pairs of a working set and the K intercepts, of features that are scaled and not centred,
 * summed over some of a block's rows:
 *
 * <pre>
 *   H_(j,k)(i,l) = sum u_j u_i p_k ([k = l] - p_l),    u_j = raw_j / scale_j, and 1 for an intercept.
 * </pre>
 */
final class CurvatureSums {
    // Rows that are added at once: each entry of H is then read and written once for four of them.
    private static final int FOUR = 4;

    private final Block block;
    private final Question question;
    private final double[] residuals;
    private final int classes;
    private final int pairs;
    private final int[] begins;
    private final int chosen;
    private final int first;
    private final double[][] columns;
    private final int[] columnOf;

    CurvatureSums(Block block, Question question, double[] residuals) {
        this.block = block;
        this.question = question;
        this.residuals = residuals;
        this.classes = block.classes();
        this.pairs = question.pairs().size();
        this.begins = question.pairs().begins(classes);
        this.chosen = Strides.count(block, question.stride(), question.offset());
        this.first = Strides.first(block, question.stride(), question.offset());
        int[] distinct = question.pairs().distinctFeatures();
        this.columns = new double[distinct.length][];
        for (int u = 0; u < distinct.length; u++) {
            columns[u] = column(distinct[u]);
        }
        this.columnOf = Arrays.stream(question.pairs().features())
                .map(j -> Arrays.binarySearch(distinct, j))
                .toArray();
    }

    /** Numbers of a packed lower triangle of pairs and intercepts; 0 without pairs. */
    static int size(WorkingPairs pairs, int classes) {
        int order = pairs.size() + classes;
        return pairs.size() == 0 ? 0 : order * (order + 1) / 2;
    }

    private double[] column(int j) {
        double[] column = new double[chosen];
        double inverse = question.inverseScale()[j];
        int stride = question.stride();
        for (int t = block.start(j); t < block.start(j + 1); t++) {
            int place = block.row(t) - first;
            if (place >= 0 && place % stride == 0) {
                column[place / stride] = block.value(t) * inverse;
            }
        }
        return column;
    }

    void into(Answer answer) {
        answer.curvatureRows = chosen;
        int order = pairs + classes;
        double[][] a = new double[FOUR][order];
        double[][] rest = new double[FOUR][order];
        double[][] h = new double[order][];
        for (int q = 0; q < order; q++) {
            h[q] = new double[q + 1];
        }
        for (int from = 0; from < chosen; from += FOUR) {
            for (int t = 0; t < FOUR; t++) {
                fill(from + t, a[t], rest[t]);
            }
            for (int q = 0; q < order; q++) {
                addRow(a, rest, q, h[q]);
            }
        }
        for (int q = 0; q < order; q++) {
            System.arraycopy(h[q], 0, answer.curvature, q * (q + 1) / 2, q + 1);
        }
    }

    // a = u p_k and rest = u (1 - p_k), so that u u' p_k (1 - p_k) and -u u' p_k p_l are products of two of them.
    private void fill(int place, double[] a, double[] rest) {
        if (place >= chosen) {
            Arrays.fill(a, 0);
            Arrays.fill(rest, 0);
            return;
        }
        int row = first + place * question.stride();
        for (int k = 0; k < classes; k++) {
            double p = (block.label(row) == k ? 1 : 0) - residuals[row * classes + k];
            a[pairs + k] = p;
            rest[pairs + k] = 1 - p;
            for (int q = begins[k]; q < begins[k + 1]; q++) {
                double u = columns[columnOf[q]][place];
                a[q] = u * p;
                rest[q] = u - u * p;
            }
        }
    }

    private void addRow(double[][] a, double[][] rest, int q, double[] h) {
        boolean isPair = q < pairs;
        int k = isPair ? question.pairs().classes()[q] : q - pairs;
        int from = begins[k];
        int to = Math.min(q + 1, begins[k + 1]);
        add(a, q, -1, a, 0, from, h);
        add(a, q, 1, rest, from, to, h);
        add(a, q, -1, a, to, q + 1, h);
        if (!isPair) { // its own class's intercept stands among the others' and is undone
            h[q] += a[0][q] + a[1][q] + a[2][q] + a[3][q];
        }
    }

    private static void add(double[][] f, int q, double sign, double[][] x, int from, int to, double[] y) {
        double f0 = sign * f[0][q];
        double f1 = sign * f[1][q];
        double f2 = sign * f[2][q];
        double f3 = sign * f[3][q];
        double[] x0 = x[0];
        double[] x1 = x[1];
        double[] x2 = x[2];
        double[] x3 = x[3];
        for (int i = from; i < to; i++) {
            y[i] += (f0 * x0[i] + f1 * x1[i]) + (f2 * x2[i] + f3 * x3[i]);
        }
    }
}
