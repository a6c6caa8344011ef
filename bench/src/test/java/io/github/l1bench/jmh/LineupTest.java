package io.github.l1bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineupTest {
    private static final List<String> SOLVERS = List.of("one", "many");

    private static List<Lineup> lineups(String... threads) {
        return Lineup.of(SOLVERS, List.of(threads), "many"::equals);
    }

    @Test
    void allSolversRunWithTheDefaultAndWithOneThread() {
        assertThat(lineups()).containsExactly(new Lineup(SOLVERS, List.of()));
        assertThat(lineups("1")).containsExactly(new Lineup(SOLVERS, List.of("1")));
    }

    @Test
    void onlySolversThatCanBeToldRunWithMore() {
        assertThat(lineups("1", "2", "4"))
                .containsExactly(new Lineup(SOLVERS, List.of("1")), new Lineup(List.of("many"), List.of("2", "4")));
        assertThat(lineups("2")).containsExactly(new Lineup(List.of("many"), List.of("2")));
    }

    @Test
    void whereThereIsNoneTheRunIsRefused() {
        assertThatThrownBy(() -> Lineup.of(SOLVERS, List.of("1", "2"), solver -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one, many")
                .hasMessageContaining("-p threads=1");
    }
}
