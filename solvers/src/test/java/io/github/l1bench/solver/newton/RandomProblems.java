package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;

/** Small problems of every odd shape: p > n, duplicate, constant and badly scaled columns, tiny classes, one sample. */
final class RandomProblems {
    private RandomProblems() {}

    /** Penalties from lambda max down to {@code smallest} times it, but not below 1e-6. */
    static Stream<MultinomialProblem> all(int count, double smallest) {
        return IntStream.range(0, count).mapToObj(seed -> problem(seed, smallest));
    }

    static MultinomialProblem problem(int seed, double smallest) {
        Random random = new Random(seed);
        int classes = 2 + (seed % 7 == 0 ? 24 : random.nextInt(5));
        int n = classes + (seed % 5 == 0 ? 0 : random.nextInt(120));
        int p = 1 + random.nextInt(seed % 3 == 0 ? 200 : 20);
        DMatrixRMaj x = features(random, n, p);
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i < classes ? i : random.nextInt(seed % 4 == 0 ? 2 : classes);
        }
        MultinomialProblem problem = new MultinomialProblem(design(x, seed), labels, classes, 1);
        double share = Math.pow(smallest, random.nextDouble());
        return problem.withLambda(Math.max(1e-6, share * problem.lambdaMax()));
    }

    private static DMatrixRMaj features(Random random, int n, int p) {
        DMatrixRMaj x = new DMatrixRMaj(n, p);
        double density = random.nextBoolean() ? 1 : 0.05 + 0.3 * random.nextDouble();
        double mean = random.nextInt(3) * 2;
        for (int j = 0; j < p; j++) {
            double scale = random.nextInt(6) == 0 ? Math.pow(10, 12 * random.nextDouble() - 6) : 1;
            int copied = random.nextInt(5) == 0 && j > 0 ? random.nextInt(j) : -1;
            boolean constant = random.nextInt(10) == 0;
            for (int i = 0; i < n; i++) {
                double fresh = random.nextDouble() < density ? scale * (mean + random.nextGaussian()) : 0;
                x.set(i, j, copied >= 0 ? x.get(i, copied) : constant ? 3 : fresh);
            }
        }
        return x;
    }

    private static Design design(DMatrixRMaj x, int seed) {
        DMatrixSparseCSC sparse = DConvertMatrixStruct.convert(x, (DMatrixSparseCSC) null, 0);
        return switch (seed % 4) {
            case 0 -> new DenseDesign(x, Standardization.of(x));
            case 1 -> new SparseDesign(sparse, Standardization.of(sparse));
            case 2 -> new SparseDesign(sparse, Standardization.of(sparse).withoutCentering());
            default -> new DenseDesign(x);
        };
    }
}
