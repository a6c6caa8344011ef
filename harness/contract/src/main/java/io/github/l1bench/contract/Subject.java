package io.github.l1bench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The solver under test, with what it made of each fixture. */
final class Subject {
    private static final double ROUNDING = 1e-12;

    private final Solver solver;
    private final Pace pace;
    private final Map<Fixture, Solution> solutions = new ConcurrentHashMap<>();

    Subject(Solver solver, Pace pace) {
        this.solver = solver;
        this.pace = pace;
    }

    Solver solver() {
        return solver;
    }

    /** Whether it draws random numbers. */
    boolean isSeeded() {
        return solver.options().stream().anyMatch(o -> o.name().equals("seed"));
    }

    /** The rules of a fixture: its target within its passes. */
    static Stopping rules(Fixture fixture) {
        return Stopping.atRelativeGap(Fixture.TARGET).withinPasses(fixture.passes());
    }

    /** Its solution of the fixture in the dense layout by the fixture's rules, computed once. */
    Solution solution(Fixture fixture) {
        return solutions.computeIfAbsent(fixture, f -> solve(f.dense(), Request.until(rules(f))));
    }

    /** Runs the solver, watched so that it cannot run for ever. */
    Solution solve(MultinomialProblem problem, Request request) {
        return SolverRun.solve(solver, problem, request.watchedBy(Guard.of(request.stopping())));
    }

    /** Whether it may end without the optimum here. */
    boolean isExcused(Fixture fixture) {
        return switch (fixture.difficulty()) {
            case NONE -> false;
            case HARD -> pace != Pace.EXACT;
            case ABSURD -> true;
        };
    }

    /** Solves {@code problem}, which is {@code fixture} in another guise, and checks what holds of every solution. */
    Solution solveAndCheck(Fixture fixture, MultinomialProblem problem, Request request) {
        Solution solution = solve(problem, request);
        checkHonest(problem, solution, request.stopping());
        checkPace(fixture, problem, solution);
        return solution;
    }

    /** Finite numbers, and a status that the certificate of what was returned confirms. */
    static Certificate checkHonest(MultinomialProblem problem, Solution solution, Stopping stopping) {
        assertThat(solution.coefficients().isFinite())
                .as("all coefficients are finite numbers")
                .isTrue();
        Certificate certificate = Certificate.of(problem, solution.coefficients());
        assertThat(certificate.primal()).as("objective").isFinite();
        if (solution.status() == Status.CERTIFIED) {
            double target = stopping.relativeGap().orElseThrow(() -> new AssertionError("no gap was asked for"));
            assertThat(certificate.relativeGap())
                    .as("relative gap of what was returned, said to be certified")
                    .isLessThanOrEqualTo(target * (1 + 1e-9));
        }
        return certificate;
    }

    /** The objective is as low as the pace demands. */
    void checkPace(Fixture fixture, MultinomialProblem problem, Solution solution) {
        if (fixture.difficulty() == Fixture.Difficulty.ABSURD) {
            return;
        }
        if (pace == Pace.EXACT) {
            assertThat(solution.status()).as("status").isEqualTo(Status.CERTIFIED);
        }
        double objective = problem.objective(solution.coefficients());
        double best = Reference.of(fixture, solver.name()).upper();
        double demanded = Math.max(best * (1 + Fixture.TARGET), Reference.plainObjective(fixture));
        assertThat(objective)
                .as("objective, the optimum being %s", best)
                .isLessThanOrEqualTo(demanded * (1 + ROUNDING));
    }
}
