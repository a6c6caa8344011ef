package io.github.l1bench.solver.newton;

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

    private ColdStart() {}

    /** A minimisation for {@code problem} that has come near enough to run to its target; within the budget. */
    static Minimization of(MultinomialProblem problem, Progress progress, StepChoice.Preference preference) {
        if (beginsJointly(problem, progress, preference)) {
            Minimization jointly = new Minimization(problem, problem.nullModel(), 1, progress, preference);
            jointly.takeJointSteps();
            return jointly;
        }
        Minimization all;
        double first;
        boolean goOn = true;
        if (SampleStart.pays(problem)) {
            MultinomialProblem sample = SampleStart.sample(problem);
            double share = sample.samples() / (double) problem.samples();
            Minimization ofSample = new Minimization(sample, problem.nullModel(), share, progress, preference);
            first = Math.max(problem.lambda(), EASY * ofSample.largestGradient());
            ofSample.changeLambda(first);
            goOn = ofSample.roughly(SAMPLE_TARGET, SAMPLE_LOOKS);
            all = new Minimization(problem, ofSample.coefficients(), 1, progress, preference);
        } else {
            all = new Minimization(problem, problem.nullModel(), 1, progress, preference);
            first = Math.max(problem.lambda(), EASY * all.largestGradient());
        }
        for (double lambda = first; goOn && lambda > problem.lambda(); lambda *= FACTOR) {
            all.changeLambda(lambda);
            goOn = all.roughly(ROUGH_TARGET, ROUGH_LOOKS);
        }
        all.changeLambda(problem.lambda());
        if (!goOn) {
            all.end();
        }
        return all;
    }

    private static boolean beginsJointly(
            MultinomialProblem problem, Progress progress, StepChoice.Preference preference) {
        StepChoice choice = new StepChoice(preference, problem.design(), problem.classes());
        if (choice.isOpen()) {
            progress.spend(Reference.PEEKING);
            choice.decide(problem.lambda() / problem.lambdaMax());
        }
        return choice.all() != null;
    }
}
