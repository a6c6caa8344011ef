package io.github.l1bench.solver.saga;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.InnerProducts;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Options;

/** SAGA that updates all weights at every step. */
final class DenseIteration implements SagaIteration {
    // Two, in turn: a step reads its own row and the next one's.
    private Design.RowReader reader;
    private Design.RowReader spare;
    private final int samples;
    private final int features;
    private final double lambda;
    private final SampleMemory memory;
    private final Iterate iterate;
    private final double[][] weights;
    // gamma G
    private final double[][] scaledSum;
    private final double[] lengths;
    // Of the next step: its sample, the sample's row, and the row's inner products with the weights.
    private int sample;
    private double[] row;
    private final double[] scores;

    /** @param iterate where to start, kept and modified */
    DenseIteration(MultinomialProblem problem, Options options, Iterate iterate) {
        this.reader = problem.design().rowReader();
        this.spare = problem.design().rowReader();
        this.samples = problem.samples();
        this.features = problem.features();
        this.lambda = problem.lambda();
        this.iterate = iterate;
        this.weights = iterate.weights();
        this.scaledSum = new double[problem.classes()][features];
        this.lengths = new double[problem.classes()];
        this.scores = new double[problem.classes()];
        this.memory = new SampleMemory(problem, options, largestSquaredNorm(), iterate.intercept(), 1);
        draw();
        InnerProducts.of(weights, row, features, scores);
    }

    private double largestSquaredNorm() {
        double largest = 0;
        for (int i = 0; i < samples; i++) {
            double[] x = reader.row(i);
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
        return iterate.coefficients();
    }

    void steps(int count) {
        for (int t = 0; t < count; t++) {
            step();
        }
    }

    private void step() {
        double[] x = row;
        double[] d = memory.change(sample, scores);
        double gamma = memory.stepSize();
        double share = 1.0 / memory.seen();
        for (int k = 0; k < d.length; k++) {
            lengths[k] = gamma * d[k];
        }
        draw();
        // gamma (1 - 1/seen) x d + (gamma/seen) (G + x d) = gamma x d + (gamma G) / seen
        KERNELS.averagedSteps(weights, scaledSum, x, lengths, share, gamma * lambda, features, row, scores);
    }

    private void draw() {
        sample = memory.draw();
        row = spare.row(sample);
        Design.RowReader busy = spare;
        spare = reader;
        reader = busy;
    }
}
