package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.kernel.Exponential;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("truth")
class RoundingErrorsTest {
    private static final MathContext DIGITS = new MathContext(40);

    /** eta(x) and u |x| of the class's comment; the Taylor series counts for less than u at probabilities above 1e-12. */
    @Test
    void everyExponentialIsWithinItsBound() {
        Random random = new Random(4);
        double worst = 0;
        for (int t = 0; t < 3000; t++) {
            double x = -28 * random.nextDouble() * (t % 3 == 0 ? 1 : random.nextDouble());
            double[] out = new double[1];
            Exponential.shifted(new double[] {x}, new double[1], out, 1);
            BigDecimal exact = exp(new BigDecimal(x));
            double error = new BigDecimal(out[0])
                    .subtract(exact)
                    .divide(exact, DIGITS)
                    .abs()
                    .doubleValue();
            double bound = RoundingErrors.UNIT * (32 + 224 * Math.expm1(-x / 16) - x);
            assertThat(error).as("relative error of exp(%s)", x).isLessThanOrEqualTo(bound);
            worst = Math.max(worst, error / bound);
        }
        assertThat(worst).as("the largest share of a bound that is used").isGreaterThan(0.02);
    }

    // By halving x until the series converges fast, then squaring.
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal y = x.divide(BigDecimal.valueOf(1 << 10), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int m = 1; m < 25; m++) {
            term = term.multiply(y).divide(BigDecimal.valueOf(m), DIGITS);
            sum = sum.add(term);
        }
        for (int q = 0; q < 10; q++) {
            sum = sum.multiply(sum, new MathContext(50));
        }
        return sum;
    }

    /** The inequality that turns a bound for each exponential into one for a softmax. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 200})
    void theMeanErrorOfASoftmaxIsBoundedForAnyScores(int classes) {
        Random random = new Random(classes);
        double bound = new RoundingErrors(classes, 1).ofExponentials();
        double worst = 0;
        for (int t = 0; t < 2000; t++) {
            double spread = 60 * random.nextDouble() * random.nextDouble();
            double[] x = random.doubles(classes, -spread, 0).toArray();
            x[0] = 0;
            double sum = 0;
            double weighted = 0;
            for (double v : x) {
                sum += Math.exp(v);
                weighted += Math.exp(v) * RoundingErrors.UNIT * (31 + 224 * Math.expm1(-v / 16) - v);
            }
            assertThat(weighted / sum).isLessThanOrEqualTo(bound);
            worst = Math.max(worst, weighted / sum / bound);
        }
        assertThat(worst).isGreaterThan(0.3);
    }

    @Test
    void theErrorOfManyOperationsGrowsWithThemAndEndsInfinite() {
        assertThat(RoundingErrors.gamma(0)).isZero();
        assertThat(RoundingErrors.gamma(1e6)).isCloseTo(1e6 * 0x1p-53, within(2e-20));
        assertThat(RoundingErrors.gamma(0x1p52)).isEqualTo(1);
        assertThat(RoundingErrors.gamma(0x1p53)).isInfinite();
    }
}
