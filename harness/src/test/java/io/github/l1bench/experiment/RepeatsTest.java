package io.github.l1bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.solver.Monitor.Moment;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private final Repeats repeats = new Repeats(List.of(point(0, 0), point(2, 3)), solution(2, 3));

    @Test
    void timesAreMediansAtEachPoint() {
        assertThat(repeats.add(watched(0, 0.5, 2, 9), solution(2, 9))).isTrue();
        assertThat(repeats.add(watched(0, 0.25, 2, 4), solution(2, 4))).isTrue();
        assertThat(repeats.count()).isEqualTo(3);
        assertThat(repeats.seconds()).isEqualTo(4);
        assertThat(repeats.trace()).extracting(TracePoint::seconds).containsExactly(0.25, 4.0);
    }

    @Test
    void aRunThatTakesOtherStepsIsNotCounted() {
        assertThat(repeats.add(watched(0, 0.5, 1, 9), solution(1, 9))).isFalse();
        assertThat(repeats.count()).isEqualTo(1);
        assertThat(repeats.seconds()).isEqualTo(3);
    }

    @Test
    void aCellIsRepeatedWithinItsTime() {
        SolverCell cell =
                SolverCell.certified(Variant.parse("newton"), 1e-6, 10).repeated(3);
        assertThat(cell.wantsMore(1, 4)).isTrue();
        assertThat(cell.wantsMore(2, 4)).as("three take 12 of 10 s").isFalse();
        assertThat(cell.wantsMore(3, 0.1)).isFalse();
    }

    @Test
    void solversTakeTheSameStepsAgain() {
        for (String solver : List.of("newton", "prox-newton", "saga-dense", "owl-qn", "coordinate-descent")) {
            SolverCell cell =
                    SolverCell.certified(Variant.parse(solver), 1e-6, 60).repeated(3);
            CellResult result = new CellRunner(ExperimentTest.twoClouds(), 0.05, 0).runTraced(cell, 0.01);
            assertThat(result.made().repeats()).as(solver).isEqualTo(3);
            assertThat(result.trace()).extracting(TracePoint::seconds).isSorted();
        }
    }

    private static Repeats.Stopwatch watched(double passes, double seconds, double morePasses, double moreSeconds) {
        Repeats.Stopwatch watch = new Repeats.Stopwatch();
        watch.goOn(new Moment(passes, 0, seconds, null));
        watch.goOn(new Moment(morePasses, 1, moreSeconds, null));
        return watch;
    }

    private static TracePoint point(double passes, double seconds) {
        return new TracePoint(passes, 0, seconds, Fit.NONE);
    }

    private static Solution solution(double passes, double seconds) {
        return new Solution(null, null, passes, 1, seconds);
    }
}
