package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.ScriptedSolver;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long sweeps go on, and what is seen of them meanwhile. */
class SweepsTest {
    private static final MultinomialProblem PROBLEM = SmallProblem.standardizedSparse(0.01);
    private static final Stopping TO_TARGET = Stopping.atRelativeGap(1e-6).withinPasses(500);

    @Test
    void sweepsGoOnToTheToleranceAndNotPastTheLimit() {
        assertThat(swept(0, 3, 1, TO_TARGET, true).iterations()).isEqualTo(3);
        assertThat(swept(0, 0, 1, TO_TARGET, true).iterations()).isZero();
        assertThat(swept(10, 3, 1, TO_TARGET, true).iterations()).isEqualTo(1);
        double tolerance = 1e-6;
        Solution solution = swept(tolerance, 1000, 1, TO_TARGET, true);
        assertThat(solution.iterations()).isBetween(5, 200);
        State state = new State(PROBLEM, RowOrder.natural(PROBLEM.samples()), solution.coefficients(), Team.ALONE);
        Reference reference = new Reference(PROBLEM, RowOrder.natural(PROBLEM.samples()), Team.ALONE);
        reference.score(state);
        reference.peek(state);
        for (int k = 0; k < PROBLEM.classes(); k++) {
            for (int j = 0; j < PROBLEM.features(); j++) {
                double w = state.weights()[k][j];
                double g = -reference.descent(k)[j];
                double off = w == 0 ? Math.abs(g) - 0.01 : Math.abs(g + 0.01 * Math.signum(w));
                assertThat(off).isLessThan(2 * tolerance);
            }
        }
    }

    @Test
    void sweepsStopInTheMiddleWhereTheBudgetEnds() {
        double whole = swept(0, 1, 1, TO_TARGET, true).passes();
        double part = swept(0, 5, 1, Stopping.atRelativeGap(1e-6).withinPasses(0.3 * whole), false)
                .passes();
        assertThat(part).isBetween(0.3 * whole, 0.75 * whole);
        assertThat(swept(0, 5, 0.5, TO_TARGET, true).passes())
                .isCloseTo(0.5 * swept(0, 5, 1, TO_TARGET, true).passes(), within(1e-9));
        Request watched = Request.until(TO_TARGET).watchedBy(moment -> moment.iterations() < 1);
        assertThat(swept(0, 5, 1, watched, false).status()).isEqualTo(Status.MONITOR);
        assertThat(swept(10, 5, 1, watched, false).iterations()).isEqualTo(1);
    }

    /** A second goes by whenever somebody looks at the clock. */
    @Test
    void sweepsStopInTheMiddleWhereTimeEnds() {
        double whole = swept(0, 1, 1, TO_TARGET, true).passes();
        AtomicLong nanoseconds = new AtomicLong();
        Request request = new Request(
                Stopping.atRelativeGap(1e-6).withinSeconds(2.5),
                Options.defaults(),
                Optional.empty(),
                Monitor.NONE,
                () -> nanoseconds.addAndGet(1_000_000_000));

        Solution part = swept(0, 5, 1, request, false);

        assertThat(part.status()).isEqualTo(Status.TIME_LIMIT);
        assertThat(part.passes()).isBetween(0.3 * whole, 0.75 * whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweeps", "joint steps"})
    void aMonitorSeesHowEveryIterationLowersTheObjective(String by) {
        Solver solver = by.equals("sweeps") ? new Minimizer(OnlySweeps.RULES) : new Newton();
        List<Double> seen = new ArrayList<>();

        Solution solution = SolverRun.solve(
                solver,
                PROBLEM,
                Request.until(TO_TARGET)
                        .watchedBy(moment ->
                                seen.add(PROBLEM.objective(moment.coefficients().get()))));

        assertThat(seen).hasSize(solution.iterations() + 1).hasSizeGreaterThan(3);
        for (int it = 1; it < seen.size(); it++) {
            assertThat(seen.get(it)).isLessThanOrEqualTo(seen.get(it - 1) + 1e-15);
        }
        assertThat(seen.get(seen.size() - 1)).isCloseTo(PROBLEM.objective(solution.coefficients()), within(1e-6));
    }

    /** As much as joint steps from there would have cost, and only if as much again is to be expected. */
    @ParameterizedTest
    @CsvSource({"0.01, false", "0.0005, true"})
    void sweepsThatCreepGiveWayToJointSteps(double share, boolean giveWay) {
        MultinomialProblem problem = PROBLEM.withLambda(share * PROBLEM.lambdaMax());
        Rules rules = Rules.ALL.without(Rule.EXTRAPOLATION);
        StepChoice choice = new StepChoice(rules, problem.design(), problem.classes());
        Sweeping sweeping = new Sweeping(problem, rules, choice);

        Solution solution = sweeping.solve(1e-9, 1000, 1, Request.until(Stopping.afterPasses(1e6)), true);

        WorkingSet all = WorkingSet.all(problem.features(), problem.classes());
        // eight steps and Hessians, at twice the rate of sweeps
        double cost = 8 + 8 * 0.5 * JointHessian.workOfRow(all) / StepChoice.workOfStep(all, 1);
        assertThat(choice.all() != null).isEqualTo(giveWay);
        if (giveWay) {
            assertThat(solution.iterations()).isEqualTo((int) Math.ceil(cost));
        } else {
            assertThat(solution.iterations()).isGreaterThan((int) (1.5 * cost));
        }
    }

    @Test
    void whereJointStepsDoNotReachTheToleranceASweepFollows() {
        StepChoice choice = new StepChoice(Rules.ALL, PROBLEM.design(), PROBLEM.classes());
        choice.takeJointSteps();
        int steps = 3;

        Solution solution = new Sweeping(PROBLEM, Rules.ALL, choice).solve(0, steps, 1, Request.until(TO_TARGET), true);

        assertThat(solution.iterations()).isEqualTo(steps + 1);
    }

    @Test
    void nearTheOptimumJointStepsHelpSweepsAlong() {
        MultinomialProblem any = SmallProblem.offCentre(1);
        MultinomialProblem problem = any.withLambda(0.0005 * any.lambdaMax());
        Rules rules = OnlySweeps.RULES.without(Rule.EXTRAPOLATION);

        double helped = passesOfSweeps(problem, rules);

        assertThat(helped).isCloseTo(671.3, withinPercentage(2));
        assertThat(helped).isLessThan(0.7 * passesOfSweeps(problem, rules.without(Rule.JOINT_STEPS)));
    }

    private static double passesOfSweeps(MultinomialProblem problem, Rules rules) {
        return new Sweeping(problem, rules, OnlySweeps.choice(problem))
                .solve(1e-7 * problem.lambda(), 1000, 1, Request.until(Stopping.afterPasses(1e6)), true)
                .passes();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereSweepsNoLongerGetOnTheModelsLookAtMoreRows(boolean moreRows) {
        Random random = new Random(4);
        DMatrixRMaj x = RandomMatrices_DDRM.rectangle(8000, 3, -1, 1, random);
        int[] labels = random.ints(8000, 0, 3).toArray();
        MultinomialProblem problem = new MultinomialProblem(new DenseDesign(x), labels, 3, 1e-3);
        Rules rules = moreRows ? OnlySweeps.RULES : OnlySweeps.RULES.without(Rule.MORE_ROWS);
        WorkingColumns columns = new DenseColumns(problem.design(), Team.ALONE, rules);
        double before = columns.gramShare();
        assertThat(before).isLessThan(1);

        new Sweeping(problem, rules, OnlySweeps.choice(problem), columns)
                .solve(0, 60, 1, Request.until(Stopping.afterPasses(1e6)), true);

        assertThat(columns.gramShare() > before).isEqualTo(moreRows);
    }

    private static Solution swept(double tolerance, int limit, double share, Stopping stopping, boolean goesOn) {
        return swept(tolerance, limit, share, Request.until(stopping), goesOn);
    }

    private static Solution swept(double tolerance, int limit, double share, Request request, boolean goesOn) {
        return new Sweeping(PROBLEM, OnlySweeps.RULES, OnlySweeps.choice(PROBLEM))
                .solve(tolerance, limit, share, request, goesOn);
    }

    /** Sweeps from the null model over all pairs. */
    private record Sweeping(MultinomialProblem problem, Rules rules, StepChoice choice, WorkingColumns columns) {
        Sweeping(MultinomialProblem problem, Rules rules, StepChoice choice) {
            this(problem, rules, choice, new SparseColumns(problem.design(), Team.ALONE));
        }

        Solution solve(double tolerance, int limit, double share, Request request, boolean goesOn) {
            return ScriptedSolver.run(problem, request, (metered, progress) -> {
                State state = new State(problem, columns.order(), problem.nullModel(), Team.ALONE);
                Reference reference = new Reference(problem, columns.order(), Team.ALONE);
                reference.score(state);
                reference.peek(state);
                WorkingSet set = WorkingSet.all(problem.features(), problem.classes());
                Sweeps sweeps = new Sweeps(state, reference, columns, share, progress, choice, rules);
                assertThat(sweeps.run(set, tolerance, limit)).isEqualTo(goesOn);
                return state.coefficients().copy();
            });
        }
    }
}
