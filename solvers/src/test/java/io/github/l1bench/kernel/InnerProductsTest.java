package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnerProductsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 6, 10, 26})
    void areThePlainSums(int vectors) {
        Random random = new Random(vectors);
        for (int n : new int[] {0, 1, 5, 127, 300}) {
            double[] x = random.doubles(n + 1, -1, 1).toArray();
            double[][] w = new double[vectors][];
            for (int k = 0; k < vectors; k++) {
                w[k] = random.doubles(n + 1, -1, 1).toArray();
            }
            double[] out = random.doubles(vectors).toArray();
            InnerProducts.of(w, x, n, out);
            for (int k = 0; k < vectors; k++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += w[k][i] * x[i];
                }
                assertThat(out[k]).isCloseTo(sum, within(1e-13));
            }
        }
    }
}
