package io.github.l1bench.experiment;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Solution;
import java.util.ArrayList;
import java.util.List;

/** Evaluates a run while its clock stands still, at the {@link SamplingPoints}. */
final class TraceRecorder implements Monitor {
    private final Evaluation evaluation;
    private final WeightHistory history;
    private final List<TracePoint> points = new ArrayList<>();
    private final SamplingPoints sampling = new SamplingPoints();

    TraceRecorder(Dataset dataset, MultinomialProblem problem) {
        this.evaluation = new Evaluation(dataset, problem);
        this.history = new WeightHistory(dataset.info().isImage());
    }

    @Override
    public boolean goOn(Moment moment) {
        if (sampling.include(moment)) {
            add(
                    moment.passes(),
                    moment.iterations(),
                    moment.seconds(),
                    moment.coefficients().get());
        }
        return true;
    }

    /** The points recorded, closed by the solution itself. */
    List<TracePoint> finish(Solution solution) {
        boolean recorded = !points.isEmpty() && points.get(points.size() - 1).passes() >= solution.passes();
        if (!recorded) {
            add(solution.passes(), solution.iterations(), solution.seconds(), solution.coefficients());
        }
        return List.copyOf(points);
    }

    /** How the weights of the cell of that label came about; after {@link #finish}. */
    CellSnapshots snapshots(String label, Solution solution) {
        return history.finish(label, solution.coefficients().weights());
    }

    private void add(double passes, int iterations, double seconds, Coefficients coefficients) {
        history.add(passes, coefficients.weights());
        points.add(new TracePoint(passes, iterations, seconds, evaluation.withoutTraining(coefficients)));
    }
}
