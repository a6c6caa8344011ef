package io.github.l1bench.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Double-double arithmetic against {@link BigDecimal}. */
@Tag("truth")
class DoubleDoubleTest {
    private static final int ROUNDS = 500;
    private static final int ARGUMENTS = 30;
    // 16 u^2 and a little: the bounds of Joldes, Muller and Popescu (2017) are at most that.
    private static final double OPERATION = 2e-31;
    private static final double FUNCTION = 1e-30;
    private static final MathContext DIGITS = new MathContext(80);

    private final Random random = new Random(1);

    // Any sign, an exponent within 2^+-range, both parts full of digits.
    private DoubleDouble draw(int range) {
        double hi = Math.scalb(1 + random.nextDouble(), random.nextInt(2 * range + 1) - range);
        DoubleDouble value = DoubleDouble.of(random.nextBoolean() ? hi : -hi);
        return value.plus(DoubleDouble.of(Math.ulp(hi) * (random.nextDouble() - 0.5)));
    }

    // Often nearly the negative of the first, so that nearly everything cancels.
    private DoubleDouble drawNear(DoubleDouble other) {
        return random.nextInt(3) > 0
                ? draw(60)
                : other.negated().plus(DoubleDouble.of(other.hi() * Math.scalb(random.nextDouble(), -60)));
    }

    private Stream<DoubleDouble> arguments() {
        return DoubleStream.of(1e-20, 1e-3, 1, 30, 600)
                .boxed()
                .flatMap(size ->
                        IntStream.range(0, ARGUMENTS).mapToObj(i -> draw(0).times(size * (random.nextDouble() - 0.5))));
    }

    private static double relativeError(DoubleDouble computed, BigDecimal exact) {
        BigDecimal error = computed.toBigDecimal().subtract(exact).abs();
        return error.signum() == 0 ? 0 : error.divide(exact.abs(), DIGITS).doubleValue();
    }

    @Test
    void differencesAndProductsOfDoublesAreExact() {
        for (int round = 0; round < ROUNDS; round++) {
            double a = draw(200).hi();
            double b = draw(200).hi();
            assertThat(DoubleDouble.product(a, b).toBigDecimal())
                    .isEqualByComparingTo(new BigDecimal(a).multiply(new BigDecimal(b)));
            b = Math.scalb(b, Math.getExponent(a) - Math.getExponent(b) + random.nextInt(100) - 50);
            assertThat(DoubleDouble.difference(a, b).toBigDecimal())
                    .isEqualByComparingTo(new BigDecimal(a).subtract(new BigDecimal(b)));
        }
    }

    @Test
    void sumsAreRightToThirtyDigitsWhereNearlyEverythingCancelsToo() {
        for (int round = 0; round < ROUNDS; round++) {
            DoubleDouble a = draw(60);
            DoubleDouble b = drawNear(a);
            assertThat(relativeError(a.plus(b), a.toBigDecimal().add(b.toBigDecimal())))
                    .as("%s + %s", a, b)
                    .isLessThan(OPERATION);
            assertThat(relativeError(a.minus(b), a.toBigDecimal().subtract(b.toBigDecimal())))
                    .as("%s - %s", a, b)
                    .isLessThan(OPERATION);
        }
    }

    @Test
    void productsQuotientsAndRootsAreRightToThirtyDigits() {
        for (int round = 0; round < ROUNDS; round++) {
            DoubleDouble a = draw(200);
            DoubleDouble b = draw(200);
            BigDecimal exactA = a.toBigDecimal();
            BigDecimal exactB = b.toBigDecimal();
            assertThat(relativeError(a.times(b), exactA.multiply(exactB))).isLessThan(OPERATION);
            assertThat(relativeError(a.times(b.hi()), exactA.multiply(new BigDecimal(b.hi()))))
                    .isLessThan(OPERATION);
            assertThat(relativeError(a.dividedBy(b), exactA.divide(exactB, DIGITS)))
                    .isLessThan(OPERATION);
            assertThat(relativeError(a.abs().squareRoot(), exactA.abs().sqrt(DIGITS)))
                    .isLessThan(OPERATION);
        }
    }

    @Test
    void theLowerPartIsNoMoreThanHalfADigitOfTheUpper() {
        for (int round = 0; round < ROUNDS; round++) {
            DoubleDouble a = draw(60);
            DoubleDouble b = drawNear(a);
            assertThat(Stream.of(a.plus(b), a.times(b), a.dividedBy(b), a.abs().squareRoot()))
                    .allSatisfy(v -> assertThat(v.hi() + v.lo()).isEqualTo(v.hi()));
        }
    }

    @Test
    void orderSignAndAbsoluteValueFollowTheLowerPartToo() {
        DoubleDouble one = DoubleDouble.ONE;
        DoubleDouble above = new DoubleDouble(1, 1e-25);
        assertThat(above).isGreaterThan(one);
        assertThat(above.exceeds(one)).isTrue();
        assertThat(one.exceeds(one)).isFalse();
        assertThat(one.max(above)).isEqualTo(above);
        assertThat(one.min(above)).isEqualTo(one);
        assertThat(above.negated()).isLessThan(one.negated());
        assertThat(above.negated().abs()).isEqualTo(above);
        assertThat(DoubleDouble.ZERO.signum()).isZero();
        assertThat(DoubleDouble.ZERO.squareRoot()).isEqualTo(DoubleDouble.ZERO);
    }

    @Test
    void theExponentialIsThatOfALongSeries() {
        arguments().forEach(x -> {
            BigDecimal exact = LongSeries.exponential(x.toBigDecimal());
            assertThat(relativeError(Exponential.of(x), exact)).as("e^%s", x).isLessThan(FUNCTION);
        });
        assertThat(Exponential.of(DoubleDouble.ZERO)).isEqualTo(DoubleDouble.ONE);
        assertThat(Exponential.of(DoubleDouble.of(-1e6))).isEqualTo(DoubleDouble.ZERO);
        assertThat(Exponential.of(DoubleDouble.of(-745)).hi()).isEqualTo(Math.exp(-745));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Exponential.of(DoubleDouble.of(710)));
    }

    @Test
    void theLogarithmIsThatOfALongSeriesNextToOneToo() {
        arguments().forEach(x -> {
            DoubleDouble a = Exponential.of(x);
            DoubleDouble computed = Logarithm.of(a);
            // log a = y + log(a / e^y), whose last term is a / e^y - 1 to the digits that matter.
            BigDecimal quotient = a.toBigDecimal().divide(LongSeries.exponential(computed.toBigDecimal()), DIGITS);
            BigDecimal exact = computed.toBigDecimal().add(quotient.subtract(BigDecimal.ONE));
            assertThat(relativeError(computed, exact)).as("log %s", a).isLessThan(FUNCTION);
        });
        assertThat(Logarithm.of(DoubleDouble.ONE)).isEqualTo(DoubleDouble.ZERO);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Logarithm.of(DoubleDouble.ZERO));
    }
}
