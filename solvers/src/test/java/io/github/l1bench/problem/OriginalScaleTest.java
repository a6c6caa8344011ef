package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalScaleTest {
    private static final int FEATURES = 300;
    private static final int CLASSES = 3;
    private static final double ROUNDING = Math.ulp(1.0) / 2;

    /** The scores of one row, on both scales. */
    private record Scores(double[] standardized, double[] original, double[] largestTerms) {}

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1, 10})
    void scoresAgreeToTwelveDigitsWhereFeaturesAreNearZero(double mean) {
        Fixture fixture = new Fixture(mean, 1);
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < 100; i++) {
            Scores scores = fixture.scores();
            for (int k = 0; k < CLASSES; k++) {
                largest = Math.max(largest, Math.abs(scores.standardized[k]));
                difference = Math.max(difference, Math.abs(scores.standardized[k] - scores.original[k]));
            }
        }
        assertThat(difference).isLessThanOrEqualTo(1e-12 * largest);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e6, 1e9, 1e12})
    void scoresAgreeToTwelveDigitsOfTheirLargestTermFarFromZero(double mean) {
        Fixture fixture = new Fixture(mean, 2);
        for (int i = 0; i < 100; i++) {
            Scores scores = fixture.scores();
            for (int k = 0; k < CLASSES; k++) {
                assertThat(scores.original[k])
                        .isCloseTo(scores.standardized[k], within(1e-12 * scores.largestTerms[k]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 1e3, 1e6, 1e9, 1e12})
    void noMoreIsLostThanTheRoundingOfTheInterceptAndOfWeightsAtTheirDistanceFromTheMean(double mean) {
        Fixture fixture = new Fixture(mean, 3);
        for (int i = 0; i < 20; i++) {
            double[] raw = fixture.row();
            for (int k = 0; k < CLASSES; k++) {
                BigDecimal standardized = new BigDecimal(fixture.model.intercept()[k]);
                BigDecimal original = new BigDecimal(fixture.converted.intercept()[k]);
                double distance = 0;
                for (int j = 0; j < FEATURES; j++) {
                    BigDecimal centred = new BigDecimal(raw[j]).subtract(new BigDecimal(fixture.center[j]));
                    BigDecimal term = centred.multiply(
                                    new BigDecimal(fixture.model.weights()[k][j]))
                            .divide(new BigDecimal(fixture.scale[j]), MathContext.DECIMAL128);
                    standardized = standardized.add(term);
                    original = original.add(
                            new BigDecimal(fixture.converted.weights()[k][j]).multiply(new BigDecimal(raw[j])));
                    distance += Math.abs(term.doubleValue());
                }
                double allowed = ROUNDING
                        * (1.001 * distance + Math.abs(fixture.converted.intercept()[k]));
                assertThat(Math.abs(original.subtract(standardized).doubleValue()))
                        .isLessThanOrEqualTo(allowed);
            }
        }
    }

    @Test
    void zerosStayZerosAndNothingChangesWithoutStandardization() {
        Coefficients model = new Coefficients(new double[][] {{0, 2}, {-1, 0}}, new double[] {0.5, -0.5});
        Standardization halves = new Standardization(new double[] {10, 100}, new double[] {2, 4});

        Coefficients original = OriginalScale.of(model, halves);
        assertThat(original.weights()).isDeepEqualTo(new double[][] {{0, 0.5}, {-0.5, 0}});
        assertThat(original.intercept()).containsExactly(0.5 - 50, -0.5 + 5);
        assertThat(model.weights()).isDeepEqualTo(new double[][] {{0, 2}, {-1, 0}});

        Coefficients same = OriginalScale.of(model, Standardization.none(2));
        assertThat(same.weights()).isDeepEqualTo(model.weights());
        assertThat(same.intercept()).isEqualTo(model.intercept());
    }

    @Test
    void theInterceptIsTheExactSumRoundedOnce() {
        Coefficients model = new Coefficients(new double[][] {{1e16, -1e16, 3}}, new double[] {1});
        Standardization ones = new Standardization(new double[] {-1, -1, -1e-30}, new double[] {1, 1, 1});

        assertThat(OriginalScale.of(model, ones).intercept()).containsExactly(1);
    }

    @Test
    void whatIsNoDoubleIsRefused() {
        Coefficients model = new Coefficients(new double[][] {{1e10}}, new double[] {0});
        Standardization tiny = new Standardization(new double[] {0}, new double[] {1e-300});
        Standardization far = new Standardization(new double[] {1e300}, new double[] {1});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OriginalScale.of(model, tiny))
                .withMessageStartingWith("the weight of feature 0 is Infinity on the original scale");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OriginalScale.of(model, far))
                .withMessageStartingWith("the intercept of class 0 is -Infinity on the original scale");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OriginalScale.of(model, Standardization.none(2)))
                .withMessageContaining("1 features do not fit a standardisation of 2");
    }

    /** Features {@code mean} standard deviations from zero, of scales from 1e-3 to 1e3. */
    private static final class Fixture {
        private final Random random;
        private final double[] center = new double[FEATURES];
        private final double[] scale = new double[FEATURES];
        private final Coefficients model;
        private final Coefficients converted;

        Fixture(double mean, int seed) {
            random = new Random(seed);
            for (int j = 0; j < FEATURES; j++) {
                scale[j] = Math.pow(10, 6 * random.nextDouble() - 3);
                center[j] = mean * scale[j] * (1 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
            }
            Iterate drawn = Iterate.zero(CLASSES, FEATURES);
            for (int k = 0; k < CLASSES; k++) {
                drawn.intercept()[k] = random.nextGaussian();
                for (int j = 0; j < FEATURES; j += 1 + random.nextInt(3)) {
                    drawn.weights()[k][j] = random.nextGaussian();
                }
            }
            model = drawn.coefficients();
            converted = OriginalScale.of(model, new Standardization(center, scale));
        }

        double[] row() {
            double[] raw = new double[FEATURES];
            for (int j = 0; j < FEATURES; j++) {
                raw[j] = center[j] + scale[j] * random.nextGaussian();
            }
            return raw;
        }

        /** As anyone would compute them. */
        Scores scores() {
            double[] raw = row();
            double[] standardized = model.intercept().clone();
            double[] original = converted.intercept().clone();
            double[] largest = new double[CLASSES];
            for (int k = 0; k < CLASSES; k++) {
                largest[k] = Math.abs(original[k]);
                for (int j = 0; j < FEATURES; j++) {
                    double term = converted.weights()[k][j] * raw[j];
                    standardized[k] += model.weights()[k][j] * ((raw[j] - center[j]) / scale[j]);
                    original[k] += term;
                    largest[k] = Math.max(largest[k], Math.abs(term));
                }
            }
            return new Scores(standardized, original, largest);
        }
    }
}
