package io.github.l1bench.bench.scaling;

import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.ops.DConvertMatrixStruct;

/**
 * Synthetic problems whose sizes can be set one by one: standard normal values at random places, and labels drawn from
 * the softmax of a model with ten nonzero weights a class. Columns are scaled, not centred; lambda is a fifth of lambda
 * max, so that the support stays comparable as sizes change.
 */
final class SparseTeacher {
    private static final int WEIGHTS_A_CLASS = 10;
    private static final double SHARE_OF_LAMBDA_MAX = 0.2;

    private SparseTeacher() {}

    /** A problem of {@code n} samples, {@code p} features, {@code classes} classes; the same for the same sizes. */
    static MultinomialProblem problem(int n, int p, int classes, double density) {
        Random random = new Random(1);
        double[][] weights = new double[classes][p];
        for (double[] row : weights) {
            for (int q = 0; q < WEIGHTS_A_CLASS; q++) {
                row[random.nextInt(p)] += random.nextGaussian() / Math.sqrt(density);
            }
        }
        DMatrixSparseTriplet raw = new DMatrixSparseTriplet(n, p, (int) ((double) n * p * density));
        int[] labels = new int[n];
        int entriesASample = Math.max(1, (int) Math.round(p * density));
        for (int i = 0; i < n; i++) {
            double[] scores = new double[classes];
            for (int j : places(random, p, entriesASample)) {
                double value = random.nextGaussian();
                raw.addItem(i, j, value);
                for (int k = 0; k < classes; k++) {
                    scores[k] += value * weights[k][j];
                }
            }
            labels[i] = i < classes ? i : draw(random, scores);
        }
        DMatrixSparseCSC matrix = DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null);
        SparseDesign design =
                new SparseDesign(matrix, Standardization.of(matrix).withoutCentering());
        MultinomialProblem problem = new MultinomialProblem(design, labels, classes, 1);
        return problem.withLambda(SHARE_OF_LAMBDA_MAX * problem.lambdaMax());
    }

    private static int[] places(Random random, int p, int count) {
        return count == p
                ? IntStream.range(0, p).toArray()
                : random.ints(0, p).distinct().limit(count).toArray();
    }

    // Gumbel's trick: the largest of scores with Gumbel noise is a draw from their softmax.
    private static int draw(Random random, double[] scores) {
        int best = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < scores.length; k++) {
            double noisy = scores[k] - Math.log(-Math.log(random.nextDouble()));
            if (noisy > largest) {
                largest = noisy;
                best = k;
            }
        }
        return best;
    }
}
