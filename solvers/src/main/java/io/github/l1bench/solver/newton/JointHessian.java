package io.github.l1bench.solver.newton;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;

/**
 * The Hessian of the loss in all pairs of a working set together with the intercepts, M x M,
 *
 * <pre>
 *   H_(j,k),(l,c) = (1/n) sum_i p_ik ([k = c] - p_ic) x_ij x_il,
 * </pre>
 *
 * along centred columns and the column of ones: for each class its pairs in the order of the working set, then its
 * intercept. Rows are read in tiles and each entry is a sum of vectors, in one of two ways, whichever multiplies less:
 *
 * <ul>
 * <li>{@link Way#BY_CLASSES}: for each pair of classes k < c the products p_ik p_ic with all products of two features in
 *     the union of the classes' sets; the blocks of one class follow from p_ik (1 - p_ik) = sum_c p_ik p_ic. Half the work
 *     where all classes have the same features.
 * <li>{@link Way#BY_PAIRS}: the products of p_ik x_ij with each other, and those of one class with x_ij.
 * </ul>
 */
final class JointHessian {
    // Rows read at once: their products of features fit the second-level cache.
    private static final int TILE = 32;

    /** How the products are arranged. */
    enum Way {
        BY_CLASSES,
        BY_PAIRS
    }

    private final State state;
    private final WorkingColumns columns;
    private final int classes;

    JointHessian(State state, WorkingColumns columns) {
        this.state = state;
        this.columns = columns;
        this.classes = state.classes();
    }

    /** H, symmetric, from the present softmax. */
    double[][] compute(WorkingSet set, int rows) {
        return compute(set, rows, way(set));
    }

    double[][] compute(WorkingSet set, int rows, Way way) {
        return way == Way.BY_CLASSES ? byClasses(set, rows) : byPairs(set, rows);
    }

    /** The multiply-adds of {@link #compute} for each row of the design. */
    static double workOfRow(WorkingSet set) {
        return Math.min(workByClasses(set), workByPairs(set));
    }

    private static Way way(WorkingSet set) {
        return workByClasses(set) <= workByPairs(set) ? Way.BY_CLASSES : Way.BY_PAIRS;
    }

    private static double workByClasses(WorkingSet set) {
        double features = set.union().length;
        double k = set.features().length;
        return features * (features + 1) / 2 * (k * (k - 1) / 2 + 1);
    }

    private static double workByPairs(WorkingSet set) {
        double work = 0;
        double left = set.size();
        for (int[] features : set.features()) {
            work += features.length * (left + features.length);
            left -= features.length;
        }
        return work;
    }

    private double[][] byClasses(WorkingSet set, int samples) {
        int[] union = set.union();
        int products = union.length * (union.length + 1) / 2;
        int[][] pairs = pairsOfClasses();
        double[][] sums = new double[pairs.length][products];
        state.team().run(pairs.length, 1, (from, to, member) -> addByClasses(union, samples, pairs, sums, from, to));
        double[][] ofClass = new double[classes][products];
        for (int q = 0; q < pairs.length; q++) {
            Vectors.axpy(1, sums[q], ofClass[pairs[q][0]], products);
            Vectors.axpy(1, sums[q], ofClass[pairs[q][1]], products);
        }
        double[][] h = new double[set.size()][set.size()];
        int[] start = set.starts();
        int[][] places = places(set, union);
        double n = samples;
        for (int k = 0; k < classes; k++) {
            copyBlock(ofClass[k], 1 / n, places[k], start[k], places[k], start[k], union.length, h);
        }
        for (int q = 0; q < pairs.length; q++) {
            int k = pairs[q][0];
            int c = pairs[q][1];
            copyBlock(sums[q], -1 / n, places[k], start[k], places[c], start[c], union.length, h);
        }
        return h;
    }

    private int[][] pairsOfClasses() {
        int[][] pairs = new int[classes * (classes - 1) / 2][];
        int q = 0;
        for (int k = 0; k < classes; k++) {
            for (int c = k + 1; c < classes; c++) {
                pairs[q++] = new int[] {k, c};
            }
        }
        return pairs;
    }

    // Adds sum_i p_ik p_ic x_ij x_il for the pairs of classes from `from` to `to` - 1 and all j <= l of the union.
    private void addByClasses(int[] union, int samples, int[][] pairs, double[][] sums, int from, int to) {
        int products = sums[0].length;
        double[][] x = new double[TILE][union.length];
        double[][] xx = new double[TILE][products];
        double[][] p = new double[classes][TILE];
        double[][] pp = new double[to - from][TILE];
        double[][] out = Arrays.copyOfRange(sums, from, to);
        for (int i = 0; i < samples; i += TILE) {
            int rows = Math.min(TILE, samples - i);
            columns.rows(union, i, i + rows, x);
            probabilities(i, rows, p);
            for (int t = 0; t < rows; t++) {
                multiplyFeatures(x[t], xx[t]);
            }
            for (int q = from; q < to; q++) {
                multiply(p[pairs[q][0]], p[pairs[q][1]], pp[q - from], rows);
            }
            KERNELS.combineAll(pp, xx, rows, out, 0, products);
        }
    }

    private static void multiplyFeatures(double[] x, double[] out) {
        int q = 0;
        for (int a = 0; a < x.length; a++) {
            double v = x[a];
            for (int b = a; b < x.length; b++) {
                out[q++] = v * x[b];
            }
        }
    }

    private static void multiply(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private void probabilities(int first, int rows, double[][] out) {
        double[] s = state.sums();
        for (int k = 0; k < classes; k++) {
            double[] e = state.exponentials(k);
            for (int t = 0; t < rows; t++) {
                out[k][t] = e[first + t] / s[first + t];
            }
        }
    }

    private static int[][] places(WorkingSet set, int[] union) {
        int[][] places = new int[set.features().length][];
        for (int k = 0; k < places.length; k++) {
            places[k] = Arrays.stream(set.features()[k])
                    .map(j -> Arrays.binarySearch(union, j))
                    .toArray();
        }
        return places;
    }

    private static void copyBlock(
            double[] sums, double by, int[] ofRow, int firstRow, int[] ofColumn, int firstColumn, int m, double[][] h) {
        for (int a = 0; a < ofRow.length; a++) {
            for (int b = 0; b < ofColumn.length; b++) {
                int low = Math.min(ofRow[a], ofColumn[b]);
                int high = Math.max(ofRow[a], ofColumn[b]);
                double v = by * sums[low * m - low * (low - 1) / 2 + high - low];
                h[firstRow + a][firstColumn + b] = v;
                h[firstColumn + b][firstRow + a] = v;
            }
        }
    }

    private double[][] byPairs(WorkingSet set, int samples) {
        int size = set.size();
        double[][] h = new double[size][size];
        state.team().run(classes, 1, (from, to, member) -> addByPairs(set, samples, h, from, to));
        for (int a = 0; a < size; a++) {
            Vectors.scale(1.0 / samples, h[a], size);
            for (int b = 0; b < a; b++) {
                h[a][b] = h[b][a];
            }
        }
        return h;
    }

    // Adds to the rows of H of the classes from `from` to `to` - 1 what stands in and right of their diagonal blocks.
    private void addByPairs(WorkingSet set, int samples, double[][] h, int from, int to) {
        int[] union = set.union();
        int[] start = set.starts();
        int[][] places = places(set, union);
        double[][] x = new double[TILE][union.length];
        double[][] p = new double[classes][TILE];
        double[][] own = new double[TILE][set.size()];
        double[][] weighted = new double[TILE][set.size()];
        double[][] plus = new double[set.size()][TILE];
        double[][] minus = new double[set.size()][TILE];
        for (int i = 0; i < samples; i += TILE) {
            int rows = Math.min(TILE, samples - i);
            columns.rows(union, i, i + rows, x);
            probabilities(i, rows, p);
            for (int t = 0; t < rows; t++) {
                for (int k = from; k < classes; k++) {
                    spread(x[t], places[k], p[k][t], start[k], own[t], weighted[t]);
                }
                for (int a = start[from]; a < start[to]; a++) {
                    plus[a][t] = weighted[t][a];
                    minus[a][t] = -weighted[t][a];
                }
            }
            for (int k = from; k < to; k++) {
                double[][] out = Arrays.copyOfRange(h, start[k], start[k + 1]);
                double[][] up = Arrays.copyOfRange(plus, start[k], start[k + 1]);
                double[][] down = Arrays.copyOfRange(minus, start[k], start[k + 1]);
                KERNELS.combineAll(up, own, rows, out, start[k], start[k + 1]);
                KERNELS.combineAll(down, weighted, rows, out, start[k], set.size());
            }
        }
    }

    private static void spread(double[] x, int[] places, double p, int start, double[] own, double[] weighted) {
        for (int a = 0; a < places.length; a++) {
            double v = x[places[a]];
            own[start + a] = v;
            weighted[start + a] = p * v;
        }
    }
}
