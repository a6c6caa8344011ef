package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void everyItemIsWorkedOnOnceWhateverTheNumberOfMembers(int members) {
        try (Team team = Team.of(members)) {
            for (int items : new int[] {0, 1, 15, 16, 17, 1000, 4999}) {
                AtomicIntegerArray visits = new AtomicIntegerArray(items);
                team.run(items, 16, (from, to, member) -> {
                    assertThat(member).isBetween(0, members - 1);
                    for (int i = from; i < to; i++) {
                        visits.incrementAndGet(i);
                    }
                });
                assertThat(IntStream.range(0, items).map(visits::get)).allMatch(v -> v == 1);
            }
        }
    }

    @Test
    void blocksBeginAtMultiplesOfTheGrain() {
        try (Team team = Team.of(3)) {
            AtomicIntegerArray starts = new AtomicIntegerArray(1000);
            team.run(1000, 32, (from, to, member) -> starts.incrementAndGet(from));
            assertThat(IntStream.range(0, 1000).filter(i -> starts.get(i) > 0)).allMatch(i -> i % 32 == 0);
        }
    }

    @Test
    void manyShortLoopsSeeWhatTheOnesBeforeThemWrote() {
        double[] x = new double[4096];
        try (Team team = Team.of(2)) {
            for (int loop = 0; loop < 20_000; loop++) {
                team.run(x.length, 128, (from, to, member) -> {
                    for (int i = from; i < to; i++) {
                        x[i] += 1;
                    }
                });
            }
        }
        assertThat(x).containsOnly(20_000);
    }

    @Test
    void membersThatFellAsleepComeBack() throws InterruptedException {
        int[] sum = new int[64];
        try (Team team = Team.of(2)) {
            for (int loop = 0; loop < 20; loop++) {
                Thread.sleep(2);
                team.run(64, 1, (from, to, member) -> {
                    for (int i = from; i < to; i++) {
                        sum[i]++;
                    }
                });
            }
        }
        assertThat(sum).containsOnly(20);
    }

    @Test
    void whatAPartThrowsReachesTheCallerAndTheTeamGoesOn() {
        try (Team team = Team.of(2)) {
            assertThatThrownBy(() -> team.run(100, 1, (from, to, member) -> {
                        if (from >= 50) {
                            throw new IllegalStateException("item " + from);
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("item ");
            int[] count = new int[100];
            team.run(100, 1, (from, to, member) -> {
                for (int i = from; i < to; i++) {
                    count[i]++;
                }
            });
            assertThat(count).containsOnly(1);
        }
    }

    @Test
    void closingEndsItsThreads() throws InterruptedException {
        Team team = Team.of(3);
        team.run(10, 1, (from, to, member) -> {});
        team.close();
        for (int wait = 0; wait < 200 && threads() > 0; wait++) {
            Thread.sleep(5);
        }
        assertThat(threads()).isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("l1bench-team-"))
                .count();
    }

    @Test
    void aTeamOfNobodyIsRefused() {
        assertThatThrownBy(() -> Team.of(0)).hasMessage("the number of threads is 0; it must be from 1 to 256");
        assertThatThrownBy(() -> Team.of(1000)).hasMessageContaining("1000");
    }
}
