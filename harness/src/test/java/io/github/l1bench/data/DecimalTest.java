package io.github.l1bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    private static double parse(String text) {
        return Decimal.parse(("x" + text + "x").toCharArray(), 1, 1 + text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+0.",
                ".5",
                "-.5",
                "1.",
                "+1",
                "00012",
                "1e5",
                "1E+5",
                "1e-5",
                "12.5e-3",
                "0e999",
                "9007199254740992",
                "9007199254740993",
                "9223372036854775807",
                "9223372036854775808",
                "123456789012345678901234567890",
                "1e22",
                "1e23",
                "9007199254740993e-22",
                "1e308",
                "1e309",
                "-1e999",
                "4.9e-324",
                "2.4e-324",
                "1e-999999999999",
                "1e999999999999",
                "0.1",
                "0.30000000000000004",
                "2.2250738585072011e-308",
                "1.7976931348623157e308",
                "0.000000000000000000000000000001"
            })
    void isTheNearestDouble(String text) {
        assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
        assertThat(1 / parse(text)).as("the sign of a zero").isEqualTo(1 / Double.parseDouble(text));
    }

    @Test
    void agreesWithTheJdkOnNumbersOfEveryKind() {
        Random random = new Random(11);
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            String[] texts = {
                Double.toString(Double.isFinite(value) ? value : 1),
                Long.toString(random.nextLong() >> random.nextInt(64)),
                decimals(random.nextInt(12), random.nextGaussian() * 1000),
                random.nextInt(1_000_000) + "." + random.nextInt(1_000_000) + "e" + (random.nextInt(80) - 40)
            };
            for (String text : texts) {
                if (Double.compare(parse(text), Double.parseDouble(text)) != 0) {
                    differing.add(text);
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    private static String decimals(int places, double value) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "e5",
                "1e",
                "1e+",
                "1d",
                "1f",
                "1L",
                "0x10",
                "0x1p3",
                "NaN",
                "inf",
                "Infinity",
                "1 ",
                " 1",
                "1,5",
                "1.2.3",
                "--1",
                "1e5.5",
                "1_000",
                "\u0661"
            })
    void whatOnlyJavaReadsIsNoNumber(String text) {
        assertThat(parse(text)).isNaN();
        assertThat(Decimal.isNumber(text)).isFalse();
    }
}
