package io.github.l1bench.bench;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.DesignProducts;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A design held entry by entry, of the size of the published experiment (n = 5,000, p = 784, K = 10) and of uniform
 * random numbers. What its products cost depends on no data set, and on values only in that vector kernels multiply bytes
 * where there are no more than 256 evenly spaced ones.
 */
@State(Scope.Benchmark)
public class DenseCase {
    private static final int SAMPLES = PublishedExample.TRAIN_ROWS;
    private static final int FEATURES = 784;
    private static final int CLASSES = 10;

    /** What is drawn: {@code numbers} from [0, 1), or {@code levels}, whole ones from 0 to 255. */
    @Param({"numbers", "levels"})
    public String values;

    private DesignProducts products;
    private double[][] weights;
    private double[][] scores;
    private double[][] gradient;

    /** Draws the numbers and says what a call does. */
    @Setup(Level.Trial)
    public void prepare() {
        Random random = new Random(1);
        DMatrixRMaj drawn = new DMatrixRMaj(SAMPLES, FEATURES);
        drawn.data = random.doubles(drawn.data.length)
                .map(v -> values.equals("levels") ? Math.floor(256 * v) : v)
                .toArray();
        weights = new double[CLASSES][];
        for (int k = 0; k < CLASSES; k++) {
            weights[k] = random.doubles(FEATURES).toArray();
        }
        products = new DenseDesign(drawn).products(CLASSES);
        scores = new double[CLASSES][SAMPLES];
        gradient = new double[CLASSES][FEATURES];
        double entries = (double) SAMPLES * FEATURES;
        double entryBytes = values.equals("levels") && KERNELS.favoursBytes() ? 1 : Double.BYTES;
        double panels = (double) CLASSES * (SAMPLES + FEATURES);
        Work work = new Work(2 * entries * CLASSES, entryBytes * entries + Double.BYTES * panels);
        work.of(Kernels.class, "scoresOfDenseDesign");
        work.of(Kernels.class, "gradientOfDenseDesign");
    }

    double[][] scores() {
        products.scores(weights, new double[CLASSES], scores);
        return scores;
    }

    double[][] gradient() {
        products.gradient(scores, gradient);
        return gradient;
    }
}
