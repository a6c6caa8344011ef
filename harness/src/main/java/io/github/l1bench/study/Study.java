package io.github.l1bench.study;

import io.github.l1bench.code.CodeFingerprint;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.experiment.CellRunner;
import io.github.l1bench.experiment.SolverCell;
import io.github.l1bench.kernel.KernelChoice;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Frame;
import io.github.l1bench.result.L2Fit;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.PathPoint;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.StoppedRun;
import io.github.l1bench.result.StudyResult;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Why the published example prints the sparsity and accuracy it prints: its run on the splits of many seeds, the same
 * run watched epoch by epoch, and the certified regularisation path that both can be held against.
 *
 * @param dataset the experiment's data
 * @param ofSeed the same kind of data with the split of another seed; called from several threads
 * @param lambda the experiment's penalty
 * @param seed of the experiment's split and sampler
 * @param exact solvers that may certify, the most promising first
 * @param extent how much of it
 */
public record Study(
        Dataset dataset,
        IntFunction<Dataset> ofSeed,
        double lambda,
        int seed,
        List<Variant> exact,
        StudyExtent extent) {
    // A published run takes five or six epochs; one that does not stop by its rule is ended and says so.
    private static final double MOST_EPOCHS = 500;
    // Data of several seeds are in memory at once.
    private static final int MOST_THREADS = 4;
    private static final int OTHER_TASKS = 3;

    /** Whether there is something to explain: weights that are pictures and test rows that tell their accuracy. */
    public static boolean appliesTo(DataInfo data) {
        return data.isImage() && data.testRows() > 0;
    }

    /**
     * Solvers in the order of their certified times in {@code run}, then all others of the registry but those that
     * failed there.
     */
    public static List<Variant> mostPromising(RunResult run) {
        Map<String, Variant> ordered = new LinkedHashMap<>();
        run.cells().stream()
                .filter(cell -> !cell.failed() && !cell.published() && cell.met() && !cell.isPeer())
                .sorted(Comparator.comparingDouble(CellResult::seconds))
                .forEach(cell -> ordered.putIfAbsent(cell.solver(), Variant.parse(cell.solver())));
        Set<String> failed = run.cells().stream()
                .filter(CellResult::failed)
                .map(CellResult::solver)
                .collect(Collectors.toSet());
        for (Solver solver : Solvers.all()) {
            if (failed.contains(solver.name())) {
                continue;
            }
            ordered.putIfAbsent(solver.name(), new Variant(solver, Options.defaults()));
        }
        return List.copyOf(ordered.values());
    }

    /**
     * Fingerprint of the code that made {@code study}: this and the solvers that it names; null where one of them is
     * unknown here.
     */
    public static String code(StudyResult study) {
        Set<String> names = new TreeSet<>(Set.of(study.published()));
        study.frames().forEach(frame -> names.add(frame.solver()));
        study.path().forEach(point -> names.add(point.solver()));
        List<Class<?>> roots = new ArrayList<>(List.of(Study.class, KernelChoice.KERNELS.getClass()));
        try {
            names.forEach(name -> roots.add(Variant.parse(name).solver().getClass()));
        } catch (IllegalArgumentException e) {
            return null;
        }
        return CodeFingerprint.of(roots.toArray(Class<?>[]::new));
    }

    /** How many tasks {@link #run} tells of. */
    public int tasks() {
        return extent.seeds() + OTHER_TASKS;
    }

    /**
     * Runs the study on at most four threads; the result does not depend on their number.
     *
     * @param done told the name of each finished task, from several threads
     */
    public StudyResult run(Consumer<String> done) {
        long start = System.nanoTime();
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            // The longest tasks first, so that no thread ends up alone with one of them.
            Future<List<PathPoint>> path = submit(workers, "path", this::path, done);
            Future<List<L2Fit>> l2 = submit(workers, "L2 penalty", this::l2, done);
            Future<List<Frame>> frames = submit(workers, "epochs", this::frames, done);
            List<Future<StoppedRun>> stopped = new ArrayList<>();
            for (int s = 0; s < extent.seeds(); s++) {
                int own = s;
                stopped.add(submit(workers, "seed " + s, () -> stoppedRun(own), done));
            }
            StudyResult made = new StudyResult(
                    StudyResult.SCHEMA,
                    extent != StudyExtent.FULL,
                    dataset.info().sha256(),
                    seed,
                    lambda,
                    PublishedExample.SOLVER,
                    PublishedExample.TOLERANCE,
                    all(stopped),
                    result(frames),
                    result(path),
                    result(l2),
                    majorityAccuracy(),
                    extent.leftOut(lambda),
                    (System.nanoTime() - start) * 1e-9,
                    null);
            return made.with(new Made(code(made), 0, null, null, null));
        } finally {
            workers.shutdownNow();
        }
    }

    private static <T> Future<T> submit(ExecutorService workers, String name, Callable<T> task, Consumer<String> done) {
        return workers.submit(() -> {
            T result = task.call();
            done.accept(name);
            return result;
        });
    }

    private static <T> List<T> all(List<Future<T>> tasks) {
        return tasks.stream().map(Study::result).toList();
    }

    private static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the study was interrupted", e);
        }
    }

    private StoppedRun stoppedRun(int own) {
        Dataset split = own == seed ? dataset : ofSeed.apply(own);
        SolverCell published = SolverCell.published(publishedVariant());
        SolverCell bounded = new SolverCell(
                published.label(), published.variant(), published.stopping().withinPasses(MOST_EPOCHS), true);
        CellResult run = new CellRunner(split, lambda, own).run(bounded, moment -> true);
        return new StoppedRun(own, run.epochs(), run.met(), run.fit());
    }

    private List<Frame> frames() {
        Filmstrip strip = new Filmstrip(dataset, dataset.problem(lambda));
        List<Frame> frames = new ArrayList<>(
                strip.during(publishedVariant().withDefault("seed", Integer.toString(seed)), extent.epochs()));
        frames.add(strip.optimum(new ExactSolver(exact)));
        return List.copyOf(frames);
    }

    private List<PathPoint> path() {
        return new CertifiedPath(dataset, new ExactSolver(exact))
                .over(CertifiedPath.grid(
                        dataset.problem(lambda).lambdaMax(), lambda, extent.smallestShare(), extent.penalties()));
    }

    private List<L2Fit> l2() {
        return L2Model.fits(dataset, extent.c());
    }

    private static Variant publishedVariant() {
        return Variant.parse(PublishedExample.SOLVER);
    }

    private double majorityAccuracy() {
        int[] counts = new int[dataset.info().classes()];
        Arrays.stream(dataset.trainLabels()).forEach(label -> counts[label]++);
        int largest = 0;
        for (int k = 1; k < counts.length; k++) {
            largest = counts[k] > counts[largest] ? k : largest;
        }
        int majority = largest;
        return Arrays.stream(dataset.testLabels())
                        .filter(label -> label == majority)
                        .count()
                / (double) dataset.testLabels().length;
    }
}
