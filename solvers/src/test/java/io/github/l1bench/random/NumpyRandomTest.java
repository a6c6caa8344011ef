package io.github.l1bench.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NumpyRandomTest {
    /** The figures were printed by numpy for scikit-learn's example. */
    @Test
    void repeatsNumpysPermutationAndScikitLearnsSamplerSeed() {
        int[] permutation = new NumpyRandom(0).permutation(70000);
        assertThat(Arrays.copyOf(permutation, 10))
                .containsExactly(10840, 56267, 14849, 62726, 47180, 61640, 52730, 21847, 20394, 45806);
        assertThat(new NumpyRandom(0).integer(1, Integer.MAX_VALUE)).isEqualTo(209652397);
    }

    @Test
    void staysWithinItsBounds() {
        NumpyRandom random = new NumpyRandom(3);
        int[] seen = new int[3];
        for (int i = 0; i < 300; i++) {
            seen[random.bounded(2)]++;
        }
        assertThat(Arrays.stream(seen).allMatch(count -> count > 60)).isTrue();
        assertThat(random.bounded(0)).isZero();
    }

    @Test
    void integersRunFromTheLowestToBelowTheHighest() {
        NumpyRandom random = new NumpyRandom(4);
        int[] seen = new int[9];
        for (int i = 0; i < 300; i++) {
            seen[random.integer(5, 8)]++;
        }
        assertThat(seen[5] + seen[6] + seen[7]).isEqualTo(300);
        assertThat(Arrays.stream(seen).filter(count -> count > 60)).hasSize(3);
    }
}
