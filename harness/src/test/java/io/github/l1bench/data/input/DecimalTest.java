package io.github.l1bench.data.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+0",
                "00012",
                "255",
                "1.5",
                ".5",
                "5.",
                "-.25",
                "1e3",
                "1E3",
                "1e+3",
                "1e-3",
                "0.1",
                "0.3",
                "1e22",
                "1e23",
                "1e-22",
                "1e-23",
                "9007199254740992",
                "9007199254740993",
                "9007199254740993e1",
                "123456789012345678",
                "9223372036854775807",
                "9223372036854775808",
                "99999999999999999999999",
                "0.000000000000000000000000001",
                "1.7976931348623157e308",
                "4.9e-324",
                "2.2250738585072014e-308",
                "2.4703282292062327e-324",
                "1e-400",
                "0e999999999999",
                "0.0000000000000000000000000000000000001e37",
                "1e00000000000000000005",
                "17976931348623157000000000000000000000000000000000000e256"
            })
    void numbersAreTheNearestDoubles(String text) {
        assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
        assertThat(Double.doubleToRawLongBits(parse(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @Test
    void soAreRandomOnes() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            String text = switch (i % 4) {
                case 0 -> Double.toString(Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
                case 1 -> String.format(Locale.ROOT, "%.6f", random.nextGaussian() * 1_000);
                case 2 -> random.nextInt(100_000) + "." + random.nextInt(1_000_000);
                default -> random.nextLong() + "e" + (random.nextInt(700) - 350);
            };
            assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "1e999999999999", "99999e305"})
    void whatIsBeyondTheLargestDoubleIsInfinite(String text) {
        assertThat(parse(text)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(parse("-" + text)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "-",
                ".",
                "-.",
                "e5",
                ".e5",
                "1e",
                "1e+",
                "1e-",
                "1e5.",
                "1.2.3",
                "--1",
                "+-1",
                "1 ",
                " 1",
                "1x",
                "0x1",
                "0x1p3",
                "1d",
                "1f",
                "NaN",
                "nan",
                "Infinity",
                "inf",
                "1_000",
                "1,5",
                "\u0661"
            })
    void allElseIsNoNumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void onlyTheGivenBytesAreRead() {
        assertThat(Decimal.parse("12345".getBytes(StandardCharsets.UTF_8), 1, 3))
                .isEqualTo(234);
    }

    private static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decimal.parse(bytes, 0, bytes.length);
    }
}
