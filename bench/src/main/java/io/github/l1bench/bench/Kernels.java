package io.github.l1bench.bench;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DesignProducts;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The hot loops, each on the experiment's own sizes, with their rates, see {@link Work}; {@link MachinePeaks} measures
 * what they are a share of. A warm-up is never shortened: compiled code is what is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(5)
@Warmup(iterations = 3, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 80, timeUnit = TimeUnit.MILLISECONDS)
public class Kernels {
    private static final double WEIGHT_SIZE = 0.05;

    /** A data set at its default size. */
    @Param("auto")
    public String data;

    /** The kernels, {@code plain} or {@code vector}; forks are started so that they have them. */
    @Param("plain")
    public String kernels;

    private DesignProducts products;
    private Certifier certifier;
    private Softmax softmax;
    private Coefficients full;
    private Coefficients sparse;
    private double[][] scores;
    private double[][] residuals;
    private double[][] gradient;
    private double[] zeros;
    private double[] out;
    private int[] labels;

    /** Loads the data and draws weights: all of them, and one in twenty. */
    @Setup(Level.Trial)
    public void prepare() {
        RunningKernels.require(kernels);
        Dataset dataset = BenchmarkProblem.load(data);
        MultinomialProblem problem = dataset.problem(PublishedExample.LAMBDA);
        int classes = problem.classes();
        int n = problem.samples();
        labels = problem.labels();
        products = problem.design().products(classes);
        certifier = new Certifier(problem);
        softmax = new Softmax(classes, n);
        scores = new double[classes][n];
        residuals = new double[classes][n];
        gradient = new double[classes][problem.features()];
        zeros = new double[n];
        out = new double[n];
        full = weights(problem, 1);
        sparse = weights(problem, 0.05);
        products.scores(full.weights(), full.intercept(), scores);
        softmax.set(scores);
        softmax.residuals(labels, residuals);
        new KernelWork(problem).declare(sparse);
    }

    private static Coefficients weights(MultinomialProblem problem, double density) {
        Random random = new Random(1);
        double[][] weights = new double[problem.classes()][problem.features()];
        for (double[] row : weights) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextDouble() < density ? WEIGHT_SIZE * random.nextGaussian() : 0;
            }
        }
        return new Coefficients(weights, new double[problem.classes()]);
    }

    /** Z = X W with every weight nonzero. */
    @Benchmark
    public double[][] scoresOfFullWeights() {
        products.scores(full.weights(), full.intercept(), scores);
        return scores;
    }

    /** Z = X W with one weight in twenty. */
    @Benchmark
    public double[][] scoresOfSparseWeights() {
        products.scores(sparse.weights(), sparse.intercept(), scores);
        return scores;
    }

    /** G = X' R / n. */
    @Benchmark
    public double[][] gradient() {
        products.gradient(residuals, gradient);
        return gradient;
    }

    /** Z = X W with every weight nonzero, X held entry by entry. */
    @Benchmark
    public double[][] scoresOfDenseDesign(DenseCase dense) {
        return dense.scores();
    }

    /** G = X' R / n, X held entry by entry. */
    @Benchmark
    public double[][] gradientOfDenseDesign(DenseCase dense) {
        return dense.gradient();
    }

    /** Exponentials, sums, residuals of all classes. */
    @Benchmark
    public double[][] softmax() {
        softmax.set(scores);
        softmax.residuals(labels, residuals);
        return residuals;
    }

    /** n exponentials. */
    @Benchmark
    public double[] exponential() {
        KERNELS.exponentials(zeros, zeros, out, 0, out.length);
        return out;
    }

    /** An inner product of n elements. */
    @Benchmark
    public double dot() {
        return KERNELS.dot(residuals[0], residuals[1], zeros.length);
    }

    /** One look at the certificate; without rates, because refitting the intercept takes as many steps as it takes. */
    @Benchmark
    public double certificate() {
        return certifier.gap(sparse, 1e-6).relative();
    }
}
