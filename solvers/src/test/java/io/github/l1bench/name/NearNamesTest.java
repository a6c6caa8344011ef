package io.github.l1bench.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearNamesTest {
    private static final NearNames NAMES = new NearNames(List.of(
            KnownName.of("fast-descent", List.of("flash", "quick_step")),
            KnownName.of("slow-descent", List.of("snail", "quick-step", "side-walks")),
            KnownName.of("walk"),
            new KnownName("file:PATH", List.of("file", "disk"))));

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "'', abc, 3",
        "kitten, sitting, 3",
        "sunday, saturday, 3",
        "abc, abc, 0",
        "abc, bc, 1",
        "bc, abc, 1",
        "ab, ba, 1",
        "mnsit, mnist, 1",
        "ca, abc, 3",
        "abcd, badc, 2"
    })
    void editDistanceCountsInsertionsDeletionsSubstitutionsAndSwaps(String a, String b, int distance) {
        assertThat(EditDistance.between(a, b)).isEqualTo(distance);
        assertThat(EditDistance.between(b, a)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({
        "flash, fast-descent",
        "FLASH, fast-descent",
        "FastDescent, fast-descent",
        "slow_descent, slow-descent",
        "disk, file:PATH",
        "snail, slow-descent"
    })
    void aliasesAndOtherSpellingsLeadToTheirName(String typed, String name) {
        assertThat(NAMES.to(typed)).containsExactly(name);
    }

    @Test
    void anAliasOfSeveralLeadsToAll() {
        assertThat(NAMES.to("quick-step")).containsExactly("fast-descent", "slow-descent");
        assertThat(NAMES.to("quick")).containsExactly("fast-descent", "slow-descent");
        assertThat(NAMES.to("step")).containsExactly("fast-descent", "slow-descent");
    }

    @ParameterizedTest
    @CsvSource({
        "descent, 2",
        "des, 2",
        "fast, 1",
        "slow-de, 1",
        "de, 0",
        "scen, 0",
        "descent-fast, 0",
        "quick-descent, 0"
    })
    void wordsInARowAreAPartAndTheLastMayBeBegunOnly(String typed, int names) {
        assertThat(NAMES.to(typed)).hasSize(names);
    }

    @ParameterizedTest
    @CsvSource({
        "wlak, walk",
        "fist, fast-descent",
        "walkk, walk",
        "wall, walk",
        "fast-decsent, fast-descent",
        "fest-descend, fast-descent",
        "slow-descnt, slow-descent",
        "snaile, slow-descent",
        "fila, file:PATH"
    })
    void oneMistakeInFourLettersIsForgiven(String typed, String name) {
        assertThat(NAMES.to(typed)).containsExactly(name);
    }

    @Test
    void fewerMistakesAreNearer() {
        NearNames names = new NearNames(List.of(KnownName.of("abcdefgh"), KnownName.of("abcdefxx")));

        assertThat(names.to("abcdefgx")).containsExactly("abcdefgh", "abcdefxx");
        assertThat(names.to("abcdefxy")).containsExactly("abcdefxx");
        assertThat(NAMES.to("wald"))
                .as("a whole name is nearer than a word of one")
                .isEqualTo(List.of("walk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"foo", "", " ", "-", "wa", "w", "bask", "fxyz-descxnt", "ü", "☃", "slowly-descending-thing"})
    void nothingIsOfferedWhereNothingIsNear(String typed) {
        assertThat(NAMES.to(typed)).isEmpty();
        assertThat(NAMES.answer(typed, "known are"))
                .isEqualTo("; known are fast-descent, slow-descent, walk, file:PATH");
    }

    @Test
    void theAnswerAsksAndLists() {
        assertThat(NAMES.answer("quick", "it has"))
                .isEqualTo("; did you mean 'fast-descent' or 'slow-descent'? It has fast-descent, slow-descent, walk,"
                        + " file:PATH");
        assertThat(new NearNames(List.of()).answer("x", "it has")).isEqualTo("; it has none");
    }

    @Test
    void aWholeFileIsNoName() {
        assertThat(NAMES.to("walk".repeat(1_000_000))).isEmpty();
    }
}
