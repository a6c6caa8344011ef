package io.github.l1bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
    // Annual flow of the Nile at Aswan, 1871 to 1970, in 10^8 m^3 (G. W. Cobb, Biometrika 65, 1978).
    private static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    private static List<Integer> indices(double... series) {
        return ChangePoints.of(series).stream()
                .map(ChangePoints.ChangePoint::index)
                .toList();
    }

    private static double[] noise(long seed, int count, double level) {
        Random random = new Random(seed);
        return random.doubles(count).map(u -> level * (0.97 + 0.06 * u)).toArray();
    }

    private static double[] joined(double[]... parts) {
        return Stream.of(parts).flatMapToDouble(DoubleStream::of).toArray();
    }

    /** The dam at Aswan was begun in 1898; every method of the field finds the change after that year. */
    @Test
    void theNileChangesAfter1898() {
        assertThat(indices(NILE)).containsExactly(28);
    }

    @Test
    void severalStepsAreFoundWhereTheyAre() {
        assertThat(indices(joined(noise(1, 12, 1), noise(2, 10, 1.3), noise(3, 14, 1.1))))
                .containsExactly(12, 22);
    }

    @Test
    void aSeriesWithoutAStepHasNoneInMostCases() {
        long wrong = IntStream.range(0, 40)
                .filter(seed -> !ChangePoints.of(noise(seed, 20, 1)).isEmpty())
                .count();

        assertThat(wrong).as("of 40, at 5 %").isLessThanOrEqualTo(6);
    }

    @Test
    void theSameSeriesGivesTheSamePoints() {
        double[] series = joined(noise(4, 9, 1), noise(5, 9, 1.2));

        assertThat(ChangePoints.of(series)).isEqualTo(ChangePoints.of(series)).hasSize(1);
    }

    @Test
    void aShortOrConstantSeriesHasNone() {
        assertThat(indices()).isEmpty();
        assertThat(indices(1, 2, 3, 4, 5)).isEmpty();
        assertThat(indices(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)).isEmpty();
    }
}
