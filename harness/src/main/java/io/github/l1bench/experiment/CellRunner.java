package io.github.l1bench.experiment;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Rule;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs cells on one problem. The clock covers the solver alone: layouts are prepared before, certificates and test
 * accuracy are computed while it stands still, and the result's certificate is computed from the returned coefficients.
 */
public final class CellRunner {
    private final Dataset dataset;
    private final MultinomialProblem problem;
    private final long seed;
    private final List<CellSnapshots> snapshots = new ArrayList<>();

    /**
     * @param seed for every solver that has an option {@code seed} and is not given another value for it
     */
    public CellRunner(Dataset dataset, double lambda, long seed) {
        this.dataset = dataset;
        this.problem = dataset.problem(lambda);
        this.seed = seed;
    }

    /** The problem that the cells solve. */
    public MultinomialProblem problem() {
        return problem;
    }

    /**
     * Runs {@code cell} with a trace, after an untraced run of at most {@code warmUpSeconds} that lets the compiler see
     * the code. A cell that fails in any way yields a result that says so; only it is lost.
     */
    public CellResult runTraced(Cell cell, double warmUpSeconds) {
        try {
            if (warmUpSeconds > 0) {
                double seconds = Math.min(warmUpSeconds, cell.stopping().maxSeconds());
                solve(cell.variant(), cell.stopping().withinSeconds(seconds), Monitor.NONE);
            }
            TraceRecorder recorder = new TraceRecorder(dataset, problem);
            Solution solution = solve(cell.variant(), cell.stopping(), recorder);
            CellResult result = result(cell, solution, recorder.finish(solution));
            snapshots.add(recorder.snapshots(cell.label(), solution));
            return result;
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
            return failure(cell, e);
        }
    }

    /** How the weights of the cells that {@link #runTraced} has run without failure came about. */
    public List<CellSnapshots> snapshots() {
        return List.copyOf(snapshots);
    }

    /** Runs {@code cell} once, watched by {@code monitor}, without a trace. What the solver throws is thrown on. */
    public CellResult run(Cell cell, Monitor monitor) {
        return result(cell, solve(cell.variant(), cell.stopping(), monitor), List.of());
    }

    private Solution solve(Variant variant, Stopping stopping, Monitor monitor) {
        Variant seeded = seeded(variant);
        seeded.solver().prepare(problem);
        Request request = Request.until(stopping).with(seeded.options()).watchedBy(monitor);
        return seeded.solver().solve(problem, request);
    }

    private Variant seeded(Variant variant) {
        return variant.withDefault("seed", Long.toString(seed));
    }

    private CellResult result(Cell cell, Solution solution, List<TracePoint> trace) {
        Coefficients coefficients = solution.coefficients();
        if (!coefficients.isFinite()) {
            throw new IllegalStateException("it returned coefficients that are not finite numbers");
        }
        Certificate certificate = Certificate.of(problem, coefficients);
        return new CellResult(
                cell.label(),
                cell.variant().toString(),
                cell.variant().solver().description(),
                cell.variant().solver().reference(),
                values(cell.variant()),
                cell.published(),
                rule(cell.stopping()),
                solution.status().label(),
                met(cell.stopping(), solution, certificate),
                null,
                solution.iterations(),
                solution.passes(),
                solution.seconds(),
                certificate.primal(),
                certificate.dual(),
                certificate.gap(),
                certificate.relativeGap(),
                certificate.kkt(),
                coefficients.nonzeros(),
                coefficients.sparsityPercent(),
                dataset.trainAccuracy(coefficients),
                dataset.testAccuracy(coefficients).orElse(null),
                trace,
                coefficients.weights(),
                coefficients.intercept());
    }

    // A gap counts by the certificate of what was returned, whatever the solver believes.
    private static boolean met(Stopping stopping, Solution solution, Certificate certificate) {
        if (stopping.relativeGap().isPresent()) {
            return certificate.relativeGap() <= stopping.relativeGap().getAsDouble();
        }
        if (stopping.relativeChange().isPresent()) {
            return solution.status() == Status.RELATIVE_CHANGE;
        }
        return solution.status() == Status.PASS_LIMIT || solution.status() == Status.TIME_LIMIT;
    }

    private CellResult failure(Cell cell, Throwable cause) {
        String reason = cause instanceof OutOfMemoryError
                ? "it needs more memory than the Java heap has; raise it with -Xmx"
                : cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        double nan = Double.NaN;
        return new CellResult(
                cell.label(),
                cell.variant().toString(),
                cell.variant().solver().description(),
                cell.variant().solver().reference(),
                values(cell.variant()),
                cell.published(),
                rule(cell.stopping()),
                "failed",
                false,
                reason,
                0,
                0,
                0,
                nan,
                nan,
                nan,
                nan,
                nan,
                0,
                nan,
                nan,
                null,
                List.of(),
                null,
                null);
    }

    private Map<String, String> values(Variant variant) {
        Options given = seeded(variant).options();
        Map<String, String> values = new LinkedHashMap<>();
        for (Option option : variant.solver().options()) {
            values.put(option.name(), given.given().getOrDefault(option.name(), option.initial()));
        }
        return values;
    }

    private static Rule rule(Stopping stopping) {
        return new Rule(
                stopping.relativeGap().isPresent() ? stopping.relativeGap().getAsDouble() : null,
                stopping.relativeChange().isPresent()
                        ? stopping.relativeChange().getAsDouble()
                        : null,
                Double.isFinite(stopping.maxPasses()) ? stopping.maxPasses() : null,
                Double.isFinite(stopping.maxSeconds()) ? stopping.maxSeconds() : null);
    }
}
