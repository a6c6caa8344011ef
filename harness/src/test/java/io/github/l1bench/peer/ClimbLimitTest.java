package io.github.l1bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClimbLimitTest {
    private final ClimbLimit limit = new ClimbLimit(100);

    @Test
    void rungsThatCeaseToHelpEndAClimb() {
        note(0.04, 0.01, 0.0007, 0.00069, 0.00068, 0.00067);
        assertThat(limit.isReached()).isFalse();
        note(0.000669);
        assertThat(limit.isReached()).isTrue();
        assertThat(limit.reason("tol=6"))
                .isEqualTo("tighter than tol=7.0E-4 does not help: the gap stays at 7.0e-04 over 4 more");
    }

    @Test
    void rungsThatGiveTheSameAnswerEndNone() {
        note(0.7, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5);
        assertThat(limit.isReached()).isFalse();
    }

    @Test
    void rungsBeforeAnyHelpedEndNone() {
        note(0.7, 0.71, 0.7, 0.71, 0.7, 0.71);
        assertThat(limit.isReached()).isFalse();
    }

    @Test
    void oneThatHelpsStartsTheCountAgain() {
        note(0.5, 0.1, 0.101, 0.1, 0.101, 0.094, 0.093, 0.092, 0.091);
        assertThat(limit.isReached()).isFalse();
    }

    @Test
    void fitsMayTakeSoManySecondsTogether() {
        limit.note("tol=1", 60, 0.5);
        limit.note("tol=2", 40, 0.1);
        assertThat(limit.isReached()).isFalse();
        limit.note("tol=3", 0.5, 0.01);
        assertThat(limit.isReached()).isTrue();
        assertThat(limit.reason("tol=4"))
                .isEqualTo("before tol=4 its fits had taken 101 s together, and a climb ends after 100 s");
    }

    private void note(double... gaps) {
        for (double gap : gaps) {
            limit.note("tol=" + gap, 1, gap);
        }
    }
}
