package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {
    private final Levels levels = new Levels();

    private void assertEncoded(double[] x, double step) {
        byte[] bytes = new byte[x.length];
        assertThat(levels.encode(x, x.length, 0, bytes)).isTrue();
        assertThat(levels.step()).isCloseTo(step, within(1e-11 * step));
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            assertThat(levels.origin() + levels.step() * bytes[i]).isCloseTo(x[i], within(2e-9 * step));
            sum += x[i];
        }
        assertThat(levels.mean()).isCloseTo(sum / x.length, within(1e-9 * step));
    }

    private void assertNotEncoded(double... x) {
        assertThat(levels.encode(x, x.length, 0, new byte[x.length])).isFalse();
    }

    /** Pixels, dark or bright for the most part, standardised. */
    @ParameterizedTest
    @CsvSource({"256, 0, 80", "256, 3, 0.7", "256, 252, 2", "17, 8, 5", "2, 0.1, 0.3", "200, 1000, 3"})
    void standardisedPixelsAreBytes(int count, double mean, double deviation) {
        Random random = new Random(count);
        double[] x = new double[400];
        for (int i = 0; i < x.length; i++) {
            int pixel = random.nextInt(4) == 0 ? random.nextInt(count) : 0;
            x[i] = (pixel - mean) / deviation;
        }
        x[70] = (1 - mean) / deviation;
        x[90] = (count - 1 - mean) / deviation;
        assertEncoded(x, 1 / deviation);
    }

    @Test
    void stepIsTheGreatestThatDividesAllDifferences() {
        assertEncoded(new double[] {0.6, 1.6, 2.1, 0.6, 3.6}, 0.5);
        assertEncoded(new double[] {0, 6e-3, 10e-3, -15e-3, 21e-3}, 1e-3);
        assertEncoded(new double[] {0, 510, 2, 4}, 2);
        double[] late = new double[1500];
        late[3] = 10;
        late[1400] = 4;
        late[1450] = -7;
        assertEncoded(late, 1);
    }

    @Test
    void bytesAreAsNearToZeroAsTheirRangeAllows() {
        byte[] bytes = new byte[4];
        levels.encode(new double[] {0, 0, 1, 100}, 4, 0, bytes);
        assertThat(bytes).containsExactly(-25, -25, -24, 75);
        levels.encode(new double[] {0, 0, 1, 150}, 4, 0, bytes);
        assertThat(bytes).containsExactly(-38, -38, -37, 112);
        levels.encode(new double[] {0, 0, 1, 180}, 4, 0, bytes);
        assertThat(bytes).containsExactly(-53, -53, -52, 127);
        levels.encode(new double[] {0, 0, 255, 1}, 4, 0, bytes);
        assertThat(bytes).containsExactly(-128, -128, 127, -127);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -7.25, 1e300})
    void aConstantColumnIsBytes(double value) {
        byte[] bytes = {1, 2, 3};
        assertThat(levels.encode(new double[] {value, value, value}, 3, 0, bytes))
                .isTrue();
        assertThat(bytes).containsOnly(0);
        assertThat(levels.origin()).isEqualTo(value);
        assertThat(levels.mean()).isEqualTo(value);
    }

    @Test
    void aNumberThatStandsForManyCountsAsOftenForTheMean() {
        byte[] bytes = {7, 7, 7, 7};
        assertThat(levels.encode(new double[] {-1, 3, 1, 1e9}, 3, 5, bytes)).isTrue();
        assertThat(levels.mean()).isCloseTo(-0.25, within(1e-15));
        assertThat(levels.origin() + levels.step() * bytes[1]).isEqualTo(3);
        assertThat(bytes[3]).isEqualTo((byte) 7);
    }

    @Test
    void whatHasMoreLevelsOrLiesBetweenThemIsNotBytes() {
        assertNotEncoded(0, 1, 256);
        assertNotEncoded(0, 1, -256);
        assertNotEncoded(128, 129, 0, 256);
        assertNotEncoded(0, 1, 2, 3, 2.5 + 1e-6);
        assertNotEncoded(0, 1, 2, 3, 200 + 1e-8);
        assertNotEncoded(0, 1, 1e12);
        assertNotEncoded(0, 1e-300, 1);
        assertNotEncoded(0, 1, 0x1p60);
        assertNotEncoded(0, 1, 1e300);
        double[] late = new double[1500];
        late[3] = 1;
        late[1400] = 0.3;
        late[1450] = 1e-5;
        assertNotEncoded(late);
        assertNotEncoded(new Random(3).doubles(50).toArray());
    }
}
