package io.github.l1bench.study;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.experiment.Evaluation;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.Frame;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.util.ArrayList;
import java.util.List;

/** The weights of one run after ever more epochs, and where it would end. */
final class Filmstrip {
    private static final double OPTIMUM_GAP = 1e-6;

    private final MultinomialProblem problem;
    private final Evaluation evaluation;

    Filmstrip(Dataset dataset, MultinomialProblem problem) {
        this.problem = problem;
        this.evaluation = new Evaluation(dataset, problem);
    }

    /** {@code variant}, an epoch of which is one pass, after each of {@code epochs}, ascending. */
    List<Frame> during(Variant variant, List<Integer> epochs) {
        List<Frame> frames = new ArrayList<>();
        int last = epochs.get(epochs.size() - 1);
        SolverRun.solve(
                variant.solver(),
                problem,
                Request.until(Stopping.afterPasses(last))
                        .with(variant.options())
                        .watchedBy(moment -> {
                            if (epochs.contains(moment.iterations())) {
                                frames.add(frame(
                                        variant,
                                        moment.iterations(),
                                        moment.coefficients().get()));
                            }
                            return true;
                        }));
        return frames;
    }

    /** The optimum, certified by {@code solver}. */
    Frame optimum(ExactSolver solver) {
        ExactSolver.Found found = solver.solve(problem, OPTIMUM_GAP);
        return frame(found.variant(), 0, found.coefficients());
    }

    private Frame frame(Variant variant, int epochs, Coefficients coefficients) {
        return new Frame(variant.toString(), epochs, evaluation.withoutTraining(coefficients), coefficients.weights());
    }
}
