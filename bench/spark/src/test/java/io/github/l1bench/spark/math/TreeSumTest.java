package io.github.l1bench.spark.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeSumTest {
    /** A sum that tells in what order it was made. */
    private record Words(String text) implements Addable<Words> {
        @Override
        public Words plus(Words other) {
            return new Words("(" + text + other.text + ")");
        }
    }

    private static String total(List<Integer> numbers, Random random, int parts) {
        List<TreeSum<Words>> sums = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            sums.add(new TreeSum<>());
        }
        numbers.forEach(number -> sums.get(random.nextInt(parts)).add(number, new Words("" + number)));
        Collections.shuffle(sums, random);
        return sums.stream().reduce(new TreeSum<>(), TreeSum::plus).total().text();
    }

    @Test
    void theOrderOfAdditionsIsThatOfTheTreeWhoeverAddsWhatFirst() {
        List<Integer> numbers = new ArrayList<>(List.of(0, 1, 2, 3, 4, 6, 9, 65536, 65537));
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Collections.shuffle(numbers, random);
            assertThat(total(numbers, random, 1 + seed % 5)).isEqualTo("(((((01)(23))(46))9)(6553665537))");
        }
    }

    @Test
    void aBlockThatIsThereTwiceIsAnError() {
        TreeSum<Words> sum = new TreeSum<Words>().add(4, new Words("4"));
        assertThatThrownBy(() -> sum.add(4, new Words("4"))).isInstanceOf(IllegalStateException.class);
    }
}
