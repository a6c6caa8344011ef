package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Stopping;
import org.junit.jupiter.api.Test;

/** What is planned after a look: far from the optimum, at it, and where nothing improves any more. */
class ScheduleTest {
    private static final double TARGET = 1e-6;
    private static final MultinomialProblem PROBLEM = SmallProblem.standardizedSparse(0.01);

    private final Reference reference = new Reference(PROBLEM, RowOrder.natural(PROBLEM.samples()), Team.ALONE);

    private State lookedAt(Coefficients at) {
        State state = new State(PROBLEM, RowOrder.natural(PROBLEM.samples()), at, Team.ALONE);
        reference.score(state);
        reference.peek(state);
        return state;
    }

    private static Coefficients optimum() {
        return SolverRun.solve(
                        new ProxNewton(),
                        PROBLEM,
                        Request.until(Stopping.atRelativeGap(1e-11).withinSeconds(10)))
                .coefficients();
    }

    private int pairsFrom(double gradient, Coefficients at) {
        int pairs = 0;
        for (int k = 0; k < at.classes(); k++) {
            for (int j = 0; j < at.features(); j++) {
                pairs += at.weights()[k][j] != 0 || Math.abs(reference.descent(k)[j]) >= gradient ? 1 : 0;
            }
        }
        return pairs;
    }

    @Test
    void wherePairsAreTooManyTheLargestAreMovedForAFewSweeps() {
        State state = lookedAt(PROBLEM.nullModel());
        Schedule schedule = new Schedule(PROBLEM.lambda(), TARGET, 7, OnlySweeps.choice(PROBLEM), OnlySweeps.RULES);

        assertThat(schedule.plan(state, reference, Double.POSITIVE_INFINITY)).isTrue();

        assertThat(schedule.excess()).isCloseTo(PROBLEM.lambdaMax() / PROBLEM.lambda() - 1, within(1e-9));
        assertThat(schedule.workingSet().pairs()).isEqualTo(7);
        assertThat(schedule.isFinal()).isFalse();
        assertThat(schedule.tolerance()).isCloseTo(0.2 * schedule.excess() * PROBLEM.lambda(), within(1e-12));
        assertThat(schedule.target()).isEqualTo(TARGET);
        int few = schedule.sweeps();
        Schedule roomy = new Schedule(PROBLEM.lambda(), TARGET, 1000, OnlySweeps.choice(PROBLEM), OnlySweeps.RULES);
        roomy.plan(state, reference, Double.POSITIVE_INFINITY);
        assertThat(few).isBetween(1, roomy.sweeps() - 1);
        assertThat(roomy.workingSet().pairs()).isGreaterThanOrEqualTo(pairsFrom(PROBLEM.lambda(), PROBLEM.nullModel()));
        assertThat(roomy.isFinal()).as("first roughly, on so many new pairs").isFalse();
        assertThat(roomy.tolerance()).isBetween(1e-4 * PROBLEM.lambda(), roomy.excess() * PROBLEM.lambda());
    }

    @Test
    void atTheOptimumOfTheSetTheSweepsGoToTheTarget() {
        Coefficients optimum = optimum();
        State state = lookedAt(optimum);
        Schedule schedule = new Schedule(PROBLEM.lambda(), TARGET, 0, OnlySweeps.choice(PROBLEM), OnlySweeps.RULES);

        assertThat(schedule.plan(state, reference, 1e-3)).isTrue();

        assertThat(schedule.excess()).isCloseTo(0, within(1e-6));
        assertThat(schedule.isFinal()).isTrue();
        assertThat(schedule.tolerance()).isBetween(0.1 * TARGET * PROBLEM.lambda(), 5 * TARGET * PROBLEM.lambda());
        double first = schedule.tolerance();
        schedule.plan(state, reference, 1e-4);
        assertThat(schedule.tolerance())
                .as("more accurately, since that was not enough")
                .isLessThan(first);
    }

    /** A start on a sample may miss one feature that tells much, and what moves then is more than that feature. */
    @Test
    void fewPairsThatAreFarFromOptimalAreSettledRoughlyBeforeAnotherLook() {
        State state = lookedAt(PROBLEM.nullModel());
        double far = reference.largestGradient() / 1.3;
        double near = reference.largestGradient() / 1.1;
        assertThat(pairsFrom(far, PROBLEM.nullModel())).isBetween(1, 3);

        assertThat(planned(far, state).isFinal()).isFalse();
        assertThat(planned(near, state).isFinal()).isTrue();
    }

    private Schedule planned(double lambda, State state) {
        Schedule schedule = new Schedule(lambda, TARGET, 1000, OnlySweeps.choice(PROBLEM), OnlySweeps.RULES);
        schedule.plan(state, reference, Double.POSITIVE_INFINITY);
        return schedule;
    }

    /** Sweeps to a tolerance that the violations meet already would move nothing, look after look. */
    @Test
    void sweepsGoBeyondWhatIsViolatedHoweverSmallThatIs() {
        lookedAt(optimum());
        State allZero = new State(PROBLEM, RowOrder.natural(PROBLEM.samples()), PROBLEM.nullModel(), Team.ALONE);
        for (double excess : new double[] {1e-3, 1e-5, 1e-6}) {
            Schedule schedule = new Schedule(
                    PROBLEM.lambda() / (1 + excess), 1e-12, 1000, OnlySweeps.choice(PROBLEM), OnlySweeps.RULES);

            schedule.plan(allZero, reference, Double.POSITIVE_INFINITY);

            assertThat(schedule.excess()).isCloseTo(excess, within(0.01 * excess));
            assertThat(schedule.tolerance()).isBetween(1e-12 * PROBLEM.lambda(), 0.11 * excess * PROBLEM.lambda());
        }
    }

    @Test
    void looksWithoutGainEndTheRunAfterAWhileAndAGainBringsPatienceBack() {
        State state = lookedAt(optimum());
        Schedule schedule = new Schedule(PROBLEM.lambda(), TARGET, 0, OnlySweeps.choice(PROBLEM), OnlySweeps.RULES);
        int first = looks(schedule, state, 1e-3);

        assertThat(first).isBetween(3, 50);
        Schedule again = new Schedule(PROBLEM.lambda(), TARGET, 0, OnlySweeps.choice(PROBLEM), OnlySweeps.RULES);
        for (int look = 0; look < first - 1; look++) {
            assertThat(again.plan(state, reference, 1e-3)).isTrue();
        }
        assertThat(looks(again, state, 1e-4)).isGreaterThanOrEqualTo(first - 1);
    }

    private int looks(Schedule schedule, State state, double gap) {
        int looks = 0;
        while (looks < 1000 && schedule.plan(state, reference, gap)) {
            looks++;
        }
        return looks;
    }
}
