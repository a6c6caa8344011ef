package io.github.l1bench.experiment;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.Made;
import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs cells on one problem. The clock covers the solver alone: layouts are prepared before, certificates and test
 * accuracy are computed while it stands still, and the result's certificate is computed from the returned coefficients.
 */
public final class CellRunner {
    /** How long a solver may usually take to return after its time is up. */
    public static final double PATIENCE_SECONDS = 30;

    // For rules without a limit of time: longer than any run to them takes that comes to an end.
    private static final double UNLIMITED_SECONDS = 600;

    // What making a run ready takes at least, which its clock does not tell.
    private static final double SHORTEST_SECONDS = 1e-3;

    private final Dataset dataset;
    private final MultinomialProblem problem;
    private final long seed;
    private final Watchdog watchdog;
    private final List<CellSnapshots> snapshots = new ArrayList<>();

    /** A runner that waits {@value #PATIENCE_SECONDS} s for a solver whose time is up. */
    public CellRunner(Dataset dataset, double lambda, long seed) {
        this(dataset, lambda, seed, PATIENCE_SECONDS);
    }

    /**
     * @param seed for every solver that has an option {@code seed} and is not given another value for it
     * @param patienceSeconds how long after its time is up a solver may take to return
     */
    public CellRunner(Dataset dataset, double lambda, long seed, double patienceSeconds) {
        this.watchdog = new Watchdog(patienceSeconds);
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
     * the code, or as many short ones as fill these seconds where the cell is repeated. A cell that fails in any way
     * yields a result that says so; only it is lost. A solver that does not return is left behind, as
     * {@link #stillRunning} tells.
     */
    public CellResult runTraced(SolverCell cell, double warmUpSeconds) {
        try {
            warmUp(cell, Math.min(warmUpSeconds, cell.stopping().maxSeconds()));
            TraceRecorder recorder = new TraceRecorder(dataset, problem);
            Solution solution = watched(cell, cell.stopping(), recorder);
            Repeats repeats = repeated(cell, new Repeats(recorder.finish(solution), solution));
            CellResult result = result(cell, solution, repeats);
            snapshots.add(recorder.snapshots(cell.label(), solution));
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure(cell, e);
        } catch (Throwable e) { // a solver may fail in any way, and takes nothing else with it
            return failure(cell, e);
        }
    }

    private void warmUp(SolverCell cell, double seconds) throws Throwable {
        double left = seconds;
        while (left > 0) {
            Solution solution = watched(cell, cell.stopping().withinSeconds(left), Monitor.NONE);
            left = cell.repeats() > 1 ? left - Math.max(solution.seconds(), SHORTEST_SECONDS) : 0;
        }
    }

    private Repeats repeated(SolverCell cell, Repeats repeats) throws Throwable {
        boolean same = true;
        while (same && cell.wantsMore(repeats.count(), repeats.seconds())) {
            Repeats.Stopwatch watch = new Repeats.Stopwatch();
            same = repeats.add(watch, watched(cell, cell.stopping(), watch));
        }
        return repeats;
    }

    private Solution watched(SolverCell cell, Stopping stopping, Monitor monitor) throws Throwable {
        double seconds = Math.min(stopping.maxSeconds(), UNLIMITED_SECONDS);
        return watchdog.run(cell.label(), seconds, monitor, watching -> solve(cell.variant(), stopping, watching));
    }

    /** Labels of cells whose solvers were left behind and keep a core busy. */
    public List<String> stillRunning() {
        return watchdog.stillRunning();
    }

    /** How the weights of the cells that {@link #runTraced} has run without failure came about. */
    public List<CellSnapshots> snapshots() {
        return List.copyOf(snapshots);
    }

    /** Runs {@code cell} once, watched by {@code monitor}, without a trace. What the solver throws is thrown on. */
    public CellResult run(SolverCell cell, Monitor monitor) {
        Solution solution = solve(cell.variant(), cell.stopping(), monitor);
        return result(cell, solution, new Repeats(List.of(), solution));
    }

    private Solution solve(Variant variant, Stopping stopping, Monitor monitor) {
        Variant seeded = variant.withDefault("seed", Long.toString(seed));
        seeded.solver().prepare(problem);
        Request request = Request.until(stopping).with(seeded.options()).watchedBy(monitor);
        return SolverRun.solve(seeded.solver(), problem, request);
    }

    private CellResult result(SolverCell cell, Solution solution, Repeats repeats) {
        Coefficients coefficients = solution.coefficients();
        if (!coefficients.isFinite()) {
            throw new IllegalStateException("it returned coefficients that are not finite numbers");
        }
        Fit fit = new Evaluation(dataset, problem).of(coefficients);
        return result(cell, Verdict.of(cell.stopping(), solution, fit.relativeGap()), null, solution, fit, repeats);
    }

    private CellResult failure(SolverCell cell, Throwable cause) {
        Solution none = new Solution(null, null, 0, 0, 0);
        Repeats once = new Repeats(List.of(), none);
        return result(cell, new Verdict("failed", false), reason(cause), none, Fit.NONE, once);
    }

    private CellResult result(
            SolverCell cell, Verdict verdict, String failure, Solution solution, Fit fit, Repeats repeats) {
        Coefficients coefficients = solution.coefficients();
        return new CellResult(
                cell.label(),
                cell.variant().toString(),
                cell.variant().solver().description(),
                cell.variant().solver().reference(),
                cell.options(seed),
                cell.published(),
                cell.rule(),
                verdict.status(),
                verdict.met(),
                failure,
                solution.iterations(),
                solution.passes(),
                repeats.seconds(),
                fit,
                repeats.trace(),
                coefficients == null ? null : coefficients.weights(),
                coefficients == null ? null : coefficients.intercept(),
                null,
                Made.repeated(repeats.count()));
    }

    private static String reason(Throwable cause) {
        if (cause instanceof Watchdog.DidNotReturn) {
            return cause.getMessage();
        }
        if (cause instanceof OutOfMemoryError) {
            return "it needs more memory than the Java heap has; raise it with -Xmx";
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
