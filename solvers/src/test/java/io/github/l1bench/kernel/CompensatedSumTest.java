package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompensatedSumTest {
    private static final int N = 1000;

    @Test
    void keepsWhatAPlainSumLosesBesideALargeTerm() {
        CompensatedSum sum = new CompensatedSum();
        sum.add(1);
        sum.add(1e100);
        sum.add(1);
        sum.add(-1e100);

        assertThat(sum.value()).isEqualTo(2);
    }

    @Test
    void aSumOfTermsThatCancelIsThatOfExactArithmetic() {
        double[] x = terms(1);
        BigDecimal exact = BigDecimal.ZERO;
        for (double v : x) {
            exact = exact.add(new BigDecimal(v));
        }

        assertThat(CompensatedSum.of(x, N)).isEqualTo(exact.doubleValue());
        assertThat(CompensatedSum.of(x, 0)).isZero();
    }

    @Test
    void anInnerProductThatCancelsIsThatOfExactArithmetic() {
        double[] x = terms(2);
        double[] y = terms(3);
        y[N - 1] = 1;
        x[N - 1] = -Vectors.dot(x, y, N - 1);
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < N; i++) {
            exact = exact.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
        }
        double expected = exact.doubleValue();

        assertThat(Math.abs(Vectors.dot(x, y, N) - expected)).isGreaterThan(1e-3 * Math.abs(expected));
        assertThat(CompensatedSum.dot(x, y, N)).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }

    // Of very unlike sizes; the second half nearly takes back the first.
    private static double[] terms(int seed) {
        Random random = new Random(seed);
        double[] x = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = i < N / 2
                    ? random.nextGaussian() * Math.pow(10, random.nextInt(12))
                    : -x[i - N / 2] * (1 + 1e-14 * random.nextInt(9));
        }
        return x;
    }
}
