package io.github.l1bench.solver.saga;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Options;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/**
 * SAGA that updates the weights of a sample's nonzeros and leaves the others pending. Between its steps, row j of the
 * weights has been through the first {@code applied[j]} of the {@link PendingSteps}.
 */
final class SparseIteration implements SagaIteration {
    private final DMatrixSparseCSC rows;
    private final double[] shift;
    private final int samples;
    private final int features;
    private final int classes;
    private final SampleMemory memory;
    private final PendingSteps pending;
    private final Lag lag;
    private final int[] applied;
    // Feature by feature, `width` values each: the classes, and zeros up to what SparseSums handles.
    private final int width;
    private final double[] weights;
    private final double[] gradientSum;
    private final double[] scores;

    /** @param start in the design's features, not modified */
    SparseIteration(MultinomialProblem problem, Options options, Coefficients start, double interceptDecay) {
        this.rows = problem.design().uncenteredRows();
        this.shift = problem.design().shift();
        this.samples = problem.samples();
        this.features = problem.features();
        this.classes = problem.classes();
        this.width = KERNELS.paddedWidth(classes);
        this.weights = new double[Math.multiplyExact(features, width)];
        this.gradientSum = new double[weights.length];
        this.scores = new double[width];
        this.applied = new int[features];
        this.lag = Lag.of(options);
        double[] intercept = take(start);
        this.memory = new SampleMemory(problem, options, largestSquaredNorm(), intercept, interceptDecay);
        this.pending = new PendingSteps(samples, memory.stepSize() * problem.lambda());
    }

    // b_U = b - sum_j shift_j W_jk
    private double[] take(Coefficients start) {
        double[] intercept = start.intercept().clone();
        for (int k = 0; k < classes; k++) {
            double[] w = start.weights()[k];
            for (int j = 0; j < features; j++) {
                weights[j * width + k] = w[j];
                intercept[k] -= shift[j] * w[j];
            }
        }
        return intercept;
    }

    private double largestSquaredNorm() {
        double largest = 0;
        for (int i = 0; i < samples; i++) {
            double norm = 0;
            for (int t = rows.col_idx[i]; t < rows.col_idx[i + 1]; t++) {
                norm += rows.nz_values[t] * rows.nz_values[t];
            }
            largest = Math.max(largest, norm);
        }
        return largest;
    }

    @Override
    public void epoch() {
        steps(samples);
        catchUp();
    }

    /** Steps, with weights left pending. */
    void steps(int count) {
        for (int t = 0; t < count; t++) {
            if (pending.isFull()) {
                catchUp();
            }
            step();
        }
    }

    /** Brings all weights up to date. */
    void catchUp() {
        for (int j = 0; j < features; j++) {
            catchUp(j);
        }
        Arrays.fill(applied, 0);
        pending.clear();
    }

    // b = b_U + sum_j shift_j W_jk
    @Override
    public Coefficients coefficients() {
        double[][] w = new double[classes][features];
        double[] intercept = memory.intercept().clone();
        for (int k = 0; k < classes; k++) {
            for (int j = 0; j < features; j++) {
                w[k][j] = weights[j * width + k];
                intercept[k] += shift[j] * w[k][j];
            }
        }
        return new Coefficients(w, intercept);
    }

    private void step() {
        int i = memory.draw();
        int from = rows.col_idx[i];
        int to = rows.col_idx[i + 1];
        for (int t = from; t < to; t++) {
            catchUp(rows.nz_rows[t]);
        }
        KERNELS.gather(rows, i, weights, width, scores);
        double[] d = memory.change(i, scores);
        double gamma = memory.stepSize();
        double own = gamma * (1 - 1.0 / memory.seen());
        for (int t = from; t < to; t++) {
            move(rows.nz_rows[t] * width, rows.nz_values[t], own, d);
        }
        pending.add(gamma / memory.seen());
    }

    private void catchUp(int j) {
        int from = applied[j];
        if (from == pending.count()) {
            return;
        }
        applied[j] = pending.count();
        lag.advance(pending, weights, gradientSum, j * width, classes, from);
    }

    private void move(int offset, double x, double own, double[] d) {
        for (int k = 0; k < classes; k++) {
            weights[offset + k] -= own * x * d[k];
            gradientSum[offset + k] += x * d[k];
        }
    }
}
