package io.github.l1bench.view;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.Rule;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import io.github.l1bench.result.Snapshot;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.JmhRows;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up results of any number of solvers, the same ones each time. */
public final class Sample {
    public static final String NOTICE = "These are drawn by the program; for MNIST say where it lies.";
    public static final String NOT_MNIST = "Procedural digits (not MNIST)";
    public static final int SIDE = 28;
    public static final int SNAPSHOTS = 10;

    private Sample() {}

    /** A run of solvers {@code solver-0}, {@code solver-1}, ...; the more slowly, the higher the number. */
    public static RunResult run(int solvers, String notice) {
        return run(
                "sample",
                notice,
                IntStream.range(0, solvers)
                        .mapToObj(i -> cell("solver-" + i, i))
                        .toList());
    }

    public static RunResult run(String id, String notice, List<CellResult> cells) {
        Provenance provenance = new Provenance(
                "2026-01-02T03:04:05Z",
                "java -jar benchmarks.jar run",
                "0123456789abcdef+",
                "0.1.0",
                "17 Vendor",
                List.of("-Xmx1g"),
                "here",
                "Linux",
                "A processor",
                2,
                0.5,
                1L << 30);
        DataInfo data = new DataInfo(
                "digits",
                notice.isEmpty() ? "Digits" : NOT_MNIST,
                notice,
                "made here",
                "c0ffee",
                0,
                500,
                100,
                SIDE * SIDE,
                10,
                ClassNames.numbered(10),
                19.1,
                "none",
                SIDE,
                SIDE);
        return new RunResult(RunResult.SCHEMA, id, false, provenance, data, 0, 0.02, 0.15, cells);
    }

    /** The same with other names for its ten classes. */
    public static RunResult withLabels(RunResult run, List<String> labels) {
        DataInfo d = run.data();
        DataInfo named = new DataInfo(
                d.name(),
                d.title(),
                d.notice(),
                d.origin(),
                d.sha256(),
                d.seed(),
                d.trainRows(),
                d.testRows(),
                d.features(),
                labels.size(),
                labels,
                d.nonzeroPercent(),
                d.standardization(),
                d.imageWidth(),
                d.imageHeight());
        return new RunResult(
                run.schema(),
                run.id(),
                run.quick(),
                run.provenance(),
                named,
                run.seed(),
                run.lambda(),
                run.lambdaMax(),
                run.cells());
    }

    public static CellResult cell(String name, int slowness) {
        double[][] coef = weights(slowness);
        List<TracePoint> trace = trace(slowness);
        TracePoint end = trace.get(trace.size() - 1);
        return new CellResult(
                name,
                name,
                "the solver " + name,
                "a paper",
                Map.of("step", "auto"),
                false,
                new Rule(1e-6, null, 1000.0, 20.0),
                "certified",
                true,
                null,
                end.epochs(),
                end.passes(),
                end.seconds(),
                end.fit(),
                trace,
                coef,
                new double[10],
                null,
                null);
    }

    /** The published run of a solver. */
    public static CellResult published(String name, int slowness) {
        CellResult c = cell(name, slowness);
        return new CellResult(
                name + ", tol 0.1",
                name,
                c.description(),
                c.reference(),
                c.options(),
                true,
                new Rule(null, 0.1, null, null),
                "relative change",
                true,
                null,
                c.epochs(),
                c.passes(),
                c.seconds(),
                c.fit(),
                c.trace(),
                c.coef(),
                c.intercept(),
                null,
                null);
    }

    /** {@code cell} as asked for under another rule to stop. */
    public static CellResult asked(CellResult c, Rule rule) {
        return copy(c, rule, c.coef(), c.intercept());
    }

    public static CellResult withoutWeights(CellResult c) {
        return copy(c, c.rule(), null, null);
    }

    private static CellResult copy(CellResult c, Rule rule, double[][] coef, double[] intercept) {
        return new CellResult(
                c.label(),
                c.solver(),
                c.description(),
                c.reference(),
                c.options(),
                c.published(),
                rule,
                c.status(),
                c.met(),
                c.failure(),
                c.epochs(),
                c.passes(),
                c.seconds(),
                c.fit(),
                c.trace(),
                coef,
                intercept,
                null,
                null);
    }

    public static CellResult failed(String name, String failure) {
        return new CellResult(
                name,
                name,
                "fails",
                "none",
                Map.of(),
                false,
                new Rule(1e-6, null, 1000.0, 20.0),
                "failed",
                false,
                failure,
                0,
                Double.NaN,
                Double.NaN,
                Fit.NONE,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private static List<TracePoint> trace(int slowness) {
        List<TracePoint> trace = new ArrayList<>();
        for (int i = 0; i <= 40 * (slowness + 1); i++) {
            double gap = 0.5 * Math.exp(-0.4 * i / (slowness + 1));
            double primal = 1.3653868 * (1 + gap / 2);
            int nonzeros = 349 + (int) (1000 * gap);
            Fit fit = new Fit(
                    primal,
                    primal * (1 - gap),
                    primal * gap,
                    gap,
                    3.25e-9,
                    nonzeros,
                    100 - nonzeros / 78.4,
                    0.8372,
                    0.82 + gap / 100);
            trace.add(new TracePoint(i, i, 0.01 * i, fit));
        }
        return trace;
    }

    private static double[][] weights(int seed) {
        Random random = new Random(seed);
        double[][] weights = new double[10][SIDE * SIDE];
        for (double[] map : weights) {
            for (int i = 0; i < 35; i++) {
                map[random.nextInt(map.length)] = random.nextGaussian() / 5;
            }
        }
        return weights;
    }

    /** One row of JMH's JSON for {@code TimeToTarget}, with five forks. */
    public static String timeRow(String solver, String target, double milliseconds, String error, boolean reached) {
        int done = reached ? 1 : 0;
        return String.format(
                Locale.ROOT,
                """
                {"benchmark": "io.github.l1bench.bench.TimeToTarget.solve", "mode": "ss", "threads": 1, "forks": 5,
                 "params": {"solver": "%s", "data": "digits", "target": "%s"},
                 "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "ms/op",
                                   "rawData": [[%s], [%s], [%s], [%s], [%s]]},
                 "secondaryMetrics": {
                   "reached": {"score": %d, "scoreError": "NaN", "scoreUnit": "#", "rawData": [[%d], [%d], [%d], [%d], [%d]]},
                   "passes": {"score": 30.0, "scoreError": "NaN", "scoreUnit": "#", "rawData": [[10], [10], [10], [10], [10]]}}}
                """,
                solver,
                target,
                milliseconds,
                error,
                0.9 * milliseconds,
                0.95 * milliseconds,
                milliseconds,
                1.05 * milliseconds,
                1.1 * milliseconds,
                5 * done,
                done,
                done,
                done,
                done,
                done);
    }

    /** JMH's rows of this JSON. */
    public static List<JmhRow> rows(String... rows) {
        try {
            return JmhRows.rows("sample", jmh(rows).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page of the run in {@code folder} shows. */
    public static RunView view(Path folder) throws IOException {
        return RunView.read(new RunFolder(folder));
    }

    public static String jmh(String... rows) {
        return "[" + String.join(",\n", rows) + "]";
    }

    /** Writes {@code run.json} and, unless null, {@code jmh.json} into {@code folder}. */
    public static Path write(Path folder, RunResult run, String jmh) throws IOException {
        ResultFiles.write(folder.resolve(RunFolder.RUN), run);
        if (jmh != null) {
            Files.writeString(folder.resolve(RunFolder.JMH), jmh);
        }
        return folder;
    }

    /** Snapshots of the cells that have weights: none at first, then more and more of them, which all grow. */
    public static RunSnapshots snapshots(RunResult run) {
        return new RunSnapshots(
                RunSnapshots.SCHEMA,
                run.cells().stream()
                        .filter(cell -> cell.coef() != null)
                        .map(Sample::snapshots)
                        .toList());
    }

    private static CellSnapshots snapshots(CellResult cell) {
        int last = cell.trace().size() - 1;
        List<Snapshot> snapshots = IntStream.rangeClosed(0, SNAPSHOTS)
                .mapToObj(step -> {
                    int point = last * step / SNAPSHOTS;
                    double[][] weights = grown(cell.coef(), step / (double) SNAPSHOTS);
                    return Snapshot.of(point, cell.trace().get(point).passes(), weights);
                })
                .toList();
        return new CellSnapshots(cell.label(), last / 2, snapshots);
    }

    /** The first classes' share of {@code weights}, so much smaller. */
    private static double[][] grown(double[][] weights, double share) {
        double[][] grown = new double[weights.length][weights[0].length];
        for (int k = 0; k < share * weights.length; k++) {
            for (int j = 0; j < weights[k].length; j++) {
                grown[k][j] = share * weights[k][j];
            }
        }
        return grown;
    }
}
