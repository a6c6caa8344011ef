package io.github.l1bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"setosa", "-1", "20", "0", "naïve Bayes", "<b>", "😀", "twenty-four letters long"})
    void ordinaryNamesAreShownAsTheyAre(String name) {
        assertThat(ClassWords.shown(name)).isEqualTo(name);
    }

    @Test
    void longNamesEndInAnEllipsisAndNoLetterIsCutInTwo() {
        assertThat(ClassWords.shown("x".repeat(25))).isEqualTo("x".repeat(23) + "…");
        assertThat(ClassWords.shown("😀".repeat(24))).isEqualTo("😀".repeat(24));
        assertThat(ClassWords.shown("😀".repeat(10_000_000))).isEqualTo("😀".repeat(23) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\n \r\n"})
    void nothingToSeeIsSaid(String name) {
        assertThat(ClassWords.shown(name)).isEqualTo("(blank)");
    }

    @Test
    void whatATerminalOrAPageWouldActOnIsReplaced() {
        assertThat(ClassWords.shown("a\u001b[31mb\r\nc")).isEqualTo("a\uFFFD[31mb\uFFFD\uFFFDc");
        assertThat(ClassWords.shown("a\u202Eb\u2028c\ud800d\u0000")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
    }

    @Test
    void namesAreListed() {
        assertThat(ClassWords.list(List.of("-1", "+1"))).isEqualTo("-1, +1");
        assertThat(ClassWords.list(ClassNames.numbered(10))).isEqualTo("0 to 9");
        assertThat(ClassWords.list(List.of("1", "0"))).isEqualTo("1, 0");
        assertThat(ClassWords.list(Collections.nCopies(12, "a")).split(", ")).hasSize(12);
        assertThat(ClassWords.list(Collections.nCopies(13, "a"))).isEqualTo("a, a, a, a, a, a, a, a, …, a");
    }
}
