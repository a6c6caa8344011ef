package io.github.l1bench.solver.newton;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;

/**
 * The iterate: W and b, and what they make of the samples, rows in the solver's order. Z = X W + 1 b', E = exp(Z - c)
 * with c near the row maxima, s the row sums of E; then softmax = E / s.
 */
final class State {
    // Rows that are dealt out together.
    static final int GRAIN = 256;
    private static final double MAX_MOVED = 2;

    private final RowOrder order;
    private final Team team;
    private final int samples;
    private final int[] labels;
    private final int[][] rowsOfClass;
    private final double[][] weights;
    private final double[] intercept;
    private final double[][] scores;
    private final double[][] exponentials;
    private final double[] maxima;
    private double[] sums;
    private final double[] moved;
    private double lambda;

    /** W and b of {@code start}, which is not modified; the scores are zero until {@link #setScores}. */
    State(MultinomialProblem problem, RowOrder order, Coefficients start, Team team) {
        this.team = team;
        this.lambda = problem.lambda();
        this.order = order;
        this.samples = problem.samples();
        this.labels = order.labels(problem.labels());
        this.rowsOfClass = rowsOfClass(labels, problem);
        Iterate own = Iterate.of(start);
        this.weights = own.weights();
        this.intercept = own.intercept();
        this.scores = new double[problem.classes()][samples];
        this.exponentials = new double[problem.classes()][samples];
        this.moved = new double[problem.classes()];
        this.maxima = new double[samples];
        this.sums = new double[samples];
    }

    private static int[][] rowsOfClass(int[] labels, MultinomialProblem problem) {
        int[][] rows = new int[problem.classes()][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new int[problem.classCount(k)];
        }
        int[] count = new int[rows.length];
        for (int i = 0; i < labels.length; i++) {
            rows[labels[i]][count[labels[i]]++] = i;
        }
        return rows;
    }

    int samples() {
        return samples;
    }

    /** Who shares the work. */
    Team team() {
        return team;
    }

    int classes() {
        return intercept.length;
    }

    double lambda() {
        return lambda;
    }

    void setLambda(double lambda) {
        this.lambda = lambda;
    }

    /** W, K rows of p. Whoever changes it changes the scores too. */
    double[][] weights() {
        return weights;
    }

    /** b, K values. Whoever changes it changes the scores too. */
    double[] intercept() {
        return intercept;
    }

    /** Z, K rows of n. Whoever changes it calls {@link #refresh}. */
    double[][] scores() {
        return scores;
    }

    /** The rows of class k. */
    int[] rowsOfClass(int k) {
        return rowsOfClass[k];
    }

    /** Takes an intercept and the scores of these weights with it, in the order of the samples; both are copied. */
    void setScores(double[] newIntercept, double[][] ofSamples) {
        System.arraycopy(newIntercept, 0, intercept, 0, intercept.length);
        team.run(scores.length, 1, (from, to, member) -> {
            for (int k = from; k < to; k++) {
                order.toRows(ofSamples[k], scores[k]);
            }
        });
        refresh();
    }

    /** Computes c, E and s from Z. */
    void refresh() {
        Arrays.fill(moved, 0);
        team.run(samples, GRAIN, (from, to, member) -> KERNELS.softmax(scores, maxima, exponentials, sums, from, to));
    }

    /**
     * Notes that the scores of class k moved by {@code most} at most. Sums of exponentials are kept by differences, which
     * lose digits far from where they were taken: E and s are made anew once a class has moved far.
     */
    void refreshAfter(int k, double most) {
        moved[k] += most;
        if (moved[k] > MAX_MOVED) {
            refresh();
        }
    }

    double[] maxima() {
        return maxima;
    }

    double[] exponentials(int k) {
        return exponentials[k];
    }

    double[] sums() {
        return sums;
    }

    /** Takes new scores of class k and gives its own back. Whoever does that calls {@link #refresh}. */
    double[] exchangeScores(int k, double[] taken) {
        double[] given = scores[k];
        scores[k] = taken;
        return given;
    }

    /** Takes new scores of class k with their E and s, and gives its own arrays back in the same places. */
    void swap(int k, double[][] scoresExponentialsSums) {
        double[][] other = scoresExponentialsSums;
        double[] swap = scores[k];
        scores[k] = other[0];
        other[0] = swap;
        swap = exponentials[k];
        exponentials[k] = other[1];
        other[1] = swap;
        swap = sums;
        sums = other[2];
        other[2] = swap;
    }

    /** Writes r_ik = [y_i = k] - p_ik, n values, into {@code out}. */
    void residual(int k, double[] out) {
        team.run(samples, GRAIN, (from, to, member) -> {
            Softmax.negativeProbabilities(exponentials[k], sums, out, from, to);
            int[] own = rowsOfClass[k];
            for (int q = firstNotBelow(own, from); q < own.length && own[q] < to; q++) {
                out[own[q]] += 1;
            }
        });
    }

    private static int firstNotBelow(int[] ascending, int value) {
        int place = Arrays.binarySearch(ascending, value);
        return place >= 0 ? place : -place - 1;
    }

    /** Writes p_ik (1 - p_ik), n values, into {@code out}. */
    void curvature(int k, double[] out) {
        team.run(samples, GRAIN, (from, to, member) -> curvature(exponentials[k], sums, out, from, to));
    }

    private static void curvature(double[] e, double[] s, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            double p = e[i] / s[i];
            out[i] = p * (1 - p);
        }
    }

    /** P(W, b), from the scores. */
    double objective() {
        return loss() + lambda() * coefficients().l1Norm();
    }

    /** The mean multinomial loss, from the scores. */
    double loss() {
        double total = 0;
        for (int from = 0; from < samples; from += 16) {
            total += Softmax.loss(scores, maxima, sums, labels, from, Math.min(samples, from + 16));
        }
        return total / samples;
    }

    /** W and b, not copied. */
    Coefficients coefficients() {
        return new Coefficients(weights, intercept);
    }
}
