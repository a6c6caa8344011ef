package io.github.l1bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("truth")
class VerdictTest {
    private static Verdict verdict(Stopping stopping, Status status, double relativeGap) {
        Coefficients coefficients = new Coefficients(new double[2][1], new double[2]);
        Solution solution = new Solution(coefficients, status, 1, 1, 1);
        return Verdict.of(stopping, solution, relativeGap);
    }

    @ParameterizedTest
    @CsvSource({
        "CERTIFIED, 1e-6, certified, true",
        "CERTIFIED, 1.1e-6, claim not confirmed, false",
        "CERTIFIED, NaN, claim not confirmed, false",
        "TIME_LIMIT, 1e-7, certified, true",
        "TIME_LIMIT, 1e-5, time limit, false",
        "STALLED, 1e-5, stalled, false",
        "PRECISION_LIMIT, 1e-5, precision limit, false"
    })
    void whereAGapWasAskedForTheCertificateDecides(Status status, double gap, String word, boolean met) {
        assertThat(verdict(Stopping.atRelativeGap(1e-6), status, gap)).isEqualTo(new Verdict(word, met));
    }

    @ParameterizedTest
    @CsvSource({"RELATIVE_CHANGE, relative change, true", "TIME_LIMIT, time limit, false", "STALLED, stalled, false"})
    void whereLittleChangeWasAskedForTheRuleThatEndedTheRunDecides(Status status, String word, boolean met) {
        assertThat(verdict(Stopping.atRelativeChange(0.1), status, 1e-9)).isEqualTo(new Verdict(word, met));
    }

    @ParameterizedTest
    @CsvSource({"PASS_LIMIT, pass limit, true", "TIME_LIMIT, time limit, true", "STALLED, stalled, false"})
    void whereABudgetWasAskedForItIsToBeUsedUp(Status status, String word, boolean met) {
        assertThat(verdict(Stopping.afterPasses(3), status, 1)).isEqualTo(new Verdict(word, met));
    }
}
