package io.github.l1bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
    private final ClassNames names = new ClassNames();
    private final SparseRows rows = new SparseRows(1);

    private int[] sorted(String... labels) {
        for (String label : labels) {
            rows.addRow(names.index(label));
        }
        names.sort(rows);
        return labels();
    }

    private int[] labels() {
        return IntStream.range(0, rows.rows()).map(rows::label).toArray();
    }

    @Test
    void numbersAreOrderedByValue() {
        assertThat(sorted("10", "-1", "2.5", "10")).containsExactly(2, 0, 1, 2);
        assertThat(names.names()).containsExactly("-1", "2.5", "10");
    }

    @Test
    void oneNumberInTwoSpellingsIsOneClassUnderTheFirst() {
        assertThat(sorted("+1", "0", "1.0", "-0", "1")).containsExactly(1, 0, 1, 0, 1);
        assertThat(names.names()).containsExactly("0", "+1");
        assertThat(names.index("1.0")).isEqualTo(1);
    }

    @Test
    void wordsAreOrderedAlphabeticallyAndNumbersAmongThemToo() {
        assertThat(sorted("b", "10", "9", "a")).containsExactly(3, 0, 1, 2);
        assertThat(names.names()).containsExactly("10", "9", "a", "b");
    }

    @Test
    void whatNoRowHasIsForgotten() {
        names.index("unused");
        assertThat(sorted("b", "a", "c")).containsExactly(1, 0, 2);

        rows.keepFirst(2);
        names.sort(rows);

        assertThat(names.names()).containsExactly("a", "b");
        assertThat(labels()).containsExactly(1, 0);
        assertThat(names.index("c")).isEqualTo(-1);
        assertThat(names.index("unused")).isEqualTo(-1);
        assertThat(names.index("b")).isEqualTo(1);
    }
}
