package io.github.l1bench.contract;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * Random samples: Gaussian features of which a third are zero, each class shifted along two of them, classes in turn.
 * java.util.Random is specified to the bit, so a seed is a fixture.
 */
final class Draw {
    private final DMatrixRMaj raw;
    private final int[] labels;
    private final int classes;

    Draw(long seed, int samples, int features, int classes) {
        Random random = new Random(seed);
        this.raw = new DMatrixRMaj(samples, features);
        this.labels = new int[samples];
        this.classes = classes;
        for (int i = 0; i < samples; i++) {
            labels[i] = i % classes;
            for (int j = 0; j < features; j++) {
                double noise = random.nextGaussian();
                boolean zero = random.nextInt(3) == 0;
                double signal = j / 2 % classes == labels[i] ? 1 : 0;
                raw.set(i, j, zero ? 0 : noise + signal);
            }
        }
    }

    /** Gives sample i the class {@code of(i)}, its features staying as they are. */
    Draw labels(IntUnaryOperator of) {
        for (int i = 0; i < labels.length; i++) {
            labels[i] = of.applyAsInt(i);
        }
        return this;
    }

    /** Maps the values of column j. */
    Draw column(int j, DoubleUnaryOperator map) {
        for (int i = 0; i < raw.numRows; i++) {
            raw.set(i, j, map.applyAsDouble(raw.get(i, j)));
        }
        return this;
    }

    /** Maps the values of all columns. */
    Draw columns(DoubleUnaryOperator map) {
        for (int j = 0; j < raw.numCols; j++) {
            column(j, map);
        }
        return this;
    }

    /** Makes column {@code to} the same as column {@code from}. */
    Draw copyColumn(int from, int to) {
        for (int i = 0; i < raw.numRows; i++) {
            raw.set(i, to, raw.get(i, from));
        }
        return this;
    }

    Sample raw() {
        return new Sample(raw, labels, classes, false);
    }

    Sample standardized() {
        return new Sample(raw, labels, classes, true);
    }
}
