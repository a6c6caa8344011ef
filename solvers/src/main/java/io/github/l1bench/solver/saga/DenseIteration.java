package io.github.l1bench.solver.saga;

import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Options;

/** SAGA that updates all weights at every step. */
final class DenseIteration implements SagaIteration {
    private final Design.RowReader rows;
    private final int samples;
    private final int features;
    private final double lambda;
    private final SampleMemory memory;
    private final double[][] weights;
    private final double[][] gradientSum;
    private final double[] scores;

    /** @param start kept and modified */
    DenseIteration(MultinomialProblem problem, Options options, Coefficients start) {
        this.rows = problem.design().rowReader();
        this.samples = problem.samples();
        this.features = problem.features();
        this.lambda = problem.lambda();
        this.weights = start.weights();
        this.gradientSum = new double[problem.classes()][features];
        this.scores = new double[problem.classes()];
        this.memory = new SampleMemory(problem, options, largestSquaredNorm(), start.intercept(), 1);
    }

    private double largestSquaredNorm() {
        double largest = 0;
        for (int i = 0; i < samples; i++) {
            double[] x = rows.row(i);
            largest = Math.max(largest, Vectors.dot(x, x, features));
        }
        return largest;
    }

    @Override
    public void epoch() {
        steps(samples);
    }

    @Override
    public Coefficients coefficients() {
        return new Coefficients(weights, memory.intercept()).copy();
    }

    void steps(int count) {
        for (int t = 0; t < count; t++) {
            step();
        }
    }

    private void step() {
        int i = memory.draw();
        double[] x = rows.row(i);
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Vectors.dot(weights[k], x, features);
        }
        double[] d = memory.change(i, scores);
        double gamma = memory.stepSize();
        double average = gamma / memory.seen();
        double threshold = gamma * lambda;
        for (int k = 0; k < d.length; k++) {
            update(weights[k], gradientSum[k], x, gamma * d[k], d[k], average, threshold);
        }
    }

    private void update(double[] w, double[] g, double[] x, double own, double d, double average, double threshold) {
        for (int j = 0; j < features; j++) {
            double v = w[j] - (own * x[j] + average * g[j]);
            w[j] = Vectors.softThreshold(v, threshold);
            g[j] += d * x[j];
        }
    }
}
