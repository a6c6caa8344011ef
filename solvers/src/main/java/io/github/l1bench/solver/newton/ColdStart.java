package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;

/**
 * How a run without a start of the caller's begins: on a sample of the rows, under a penalty not far below the one at
 * which all weights vanish; then, on all rows, by continuation down to the penalty asked for.
 */
final class ColdStart {
    // From W = 0, penalties down to this share of lambda max are reached in one go.
    private static final double EASY = 0.01;
    private static final double FACTOR = 0.4;
    private static final double ROUGH_TARGET = 0.1;
    private static final int ROUGH_LOOKS = 3;
    private static final double SAMPLE_TARGET = 0.015;
    private static final int SAMPLE_LOOKS = 2;
    // Rows of a sample for joint steps, for each number that they move, and how many times as many there have to be:
    // under a small penalty fewer rows would be overfitted, and joint steps on all rows are few.
    private static final int ROWS_OF_NUMBER = 32;
    private static final int TIMES_THE_SAMPLE = 8;

    // Where there are many rows, a second sample is this share of them, if that is so many times the first: sweeps on
    // it cost little and leave few for all rows.
    private static final int MIDDLE = 8;
    private static final int LEAST_STEP = 2;
    private static final int MIDDLE_LOOKS = 3;

    private ColdStart() {}

    /** A minimisation for {@code problem} that has come near enough to run to its target; within the budget. */
    static Minimization of(MultinomialProblem problem, Progress progress, Rules rules) {
        boolean sampled = rules.has(Rule.SAMPLE_START) && SampleStart.pays(problem, SampleStart.SAMPLES);
        Minimization start = sampled
                ? onSample(problem, SampleStart.SAMPLES, problem.nullModel(), progress, rules)
                : new Minimization(problem, problem.nullModel(), 1, progress, rules);
        double largest = start.largestGradient();
        StepChoice choice = new StepChoice(rules, problem.design(), problem.classes());
        choice.decide(problem.lambda() / largest);
        if (choice.all() != null) {
            return sampled ? jointly(problem, choice.all().size(), progress, rules) : jointlyFrom(start);
        }
        return bySweeps(problem, start, sampled, Math.max(problem.lambda(), EASY * largest), progress, rules);
    }

    private static Minimization onSample(
            MultinomialProblem problem, int rows, Coefficients from, Progress progress, Rules rules) {
        MultinomialProblem sample = SampleStart.sample(problem, rows);
        return new Minimization(sample, from, sample.samples() / (double) problem.samples(), progress, rules);
    }

    private static Minimization jointly(MultinomialProblem problem, int numbers, Progress progress, Rules rules) {
        int rows = Math.max(SampleStart.SAMPLES, ROWS_OF_NUMBER * numbers);
        Coefficients from = problem.nullModel();
        if ((long) TIMES_THE_SAMPLE * rows <= problem.samples()) {
            Minimization onSample = jointlyFrom(onSample(problem, rows, from, progress, rules));
            onSample.roughly(SAMPLE_TARGET, 1);
            from = onSample.coefficients();
        }
        return jointlyFrom(new Minimization(problem, from, 1, progress, rules));
    }

    private static Minimization jointlyFrom(Minimization minimization) {
        minimization.takeJointSteps();
        return minimization;
    }

    private static Minimization bySweeps(
            MultinomialProblem problem,
            Minimization begun,
            boolean sampled,
            double first,
            Progress progress,
            Rules rules) {
        Minimization start = begun;
        Minimization all = begun;
        boolean goOn = true;
        if (sampled) {
            start.changeLambda(first);
            goOn = start.roughly(SAMPLE_TARGET, SAMPLE_LOOKS);
            int rows = problem.samples() / MIDDLE;
            if (goOn && rules.has(Rule.SECOND_SAMPLE) && rows >= LEAST_STEP * SampleStart.SAMPLES) {
                start = onSample(problem, rows, start.coefficients(), progress, rules);
                start.changeLambda(first);
                goOn = start.roughly(SAMPLE_TARGET, MIDDLE_LOOKS);
            }
            all = new Minimization(problem, start.coefficients(), 1, progress, rules);
        }
        for (double lambda = first; goOn && lambda > problem.lambda(); lambda *= FACTOR) {
            all.changeLambda(lambda);
            goOn = all.roughly(ROUGH_TARGET, ROUGH_LOOKS);
        }
        all.changeLambda(problem.lambda());
        return all;
    }
}
