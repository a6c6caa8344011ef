package io.github.l1bench.contract;

import org.ejml.data.DMatrixRMaj;

/** A sample by a formula that any language can follow, so that other programs could solve it. */
final class GoldenSample {
    /** P* at lambda 0.01 by an accelerated gradient method in numpy, its gap 4e-15. */
    static final double OPTIMUM_AT_0_01 = 0.9084021188872465;

    /** P* at lambda 0.002, its gap 7e-14. */
    static final double OPTIMUM_AT_0_002 = 0.5978623217072765;

    private static final int SAMPLES = 300;
    private static final int FEATURES = 40;
    private static final int CLASSES = 4;

    private GoldenSample() {}

    static Sample make() {
        DMatrixRMaj x = new DMatrixRMaj(SAMPLES, FEATURES);
        int[] labels = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = 0; j < FEATURES; j++) {
                int v = (7919 * i + 104729 * j + 31 * i * j) % 1009;
                x.set(i, j, v < 300 ? v / 300.0 : 0);
            }
            labels[i] = (largestSignal(x, i) + (i % 11 == 0 ? 1 : 0)) % CLASSES;
        }
        return new Sample(x, labels, CLASSES, false);
    }

    private static int largestSignal(DMatrixRMaj x, int i) {
        int best = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < CLASSES; k++) {
            double signal = x.get(i, k) + 0.15 * x.get(i, k + 4);
            if (signal > largest) {
                largest = signal;
                best = k;
            }
        }
        return best;
    }
}
