package io.github.l1bench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.experiment.Cell;
import io.github.l1bench.experiment.CellRunner;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Solves one problem with one solver. */
@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        description =
                "Solves one problem and certifies the result. Exit status 0 when the rule asked for was met, 1 when"
                        + " not, 2 for bad input.")
final class SolveCommand implements Callable<Integer> {
    private static final double DEFAULT_GAP = 1e-6;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--solver",
            required = true,
            paramLabel = "NAME",
            description = "a name that 'solvers' lists, or NAME[option=value,...]")
    private String solver;

    @Mixin
    private DataOptions data;

    @ArgGroup
    private Target target;

    @Option(names = "--max-passes", paramLabel = "N", description = "stop after this many passes")
    private double maxPasses = Double.POSITIVE_INFINITY;

    @Option(names = "--max-seconds", paramLabel = "S", description = "stop after this many seconds")
    private double maxSeconds = Double.POSITIVE_INFINITY;

    @Option(names = "--option", paramLabel = "KEY=VALUE", description = "an option of the solver; may be repeated")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(names = "--json", paramLabel = "FILE", description = "write the result as JSON; - is standard output")
    private String json;

    @Option(names = "--coef", description = "with the coefficients, in the standardised features")
    private boolean coefficients;

    /** The rule asked for: one of the two. */
    static final class Target {
        @Option(
                names = "--gap",
                paramLabel = "G",
                description = "stop once gap / P is certified to be at most this (the default, at 1e-6)")
        Double gap;

        @Option(
                names = "--tol",
                paramLabel = "T",
                description = "stop once the weights change by at most this over an epoch, relative to the largest:"
                        + " scikit-learn's rule, 0.1 in the published example")
        Double tol;
    }

    @Override
    public Integer call() throws IOException {
        Variant variant = variant();
        Stopping stopping = stopping();
        TextOutput output = new TextOutput(json);
        output.require();
        Dataset dataset = data.load();
        CellRunner runner = new CellRunner(dataset, data.lambda, data.seed);
        CellResult result;
        try (ConsoleProgress progress = ConsoleProgress.of(variant.toString(), stopping)) {
            result = runner.run(new Cell(variant.toString(), variant, stopping, false), progress);
        }
        if (!output.isStandardOutput()) {
            print(result, dataset.info(), runner);
        }
        SolveResult written = SolveResult.of(result, dataset.info(), data.seed, data.lambda, coefficients);
        output.write(
                spec.commandLine().getOut(), new ObjectMapper().writeValueAsString(written) + System.lineSeparator());
        return result.met() ? 0 : 1;
    }

    private Variant variant() {
        Variant parsed = Variant.parse(solver);
        Map<String, String> values = new LinkedHashMap<>(parsed.options().given());
        values.putAll(options);
        return new Variant(parsed.solver(), Options.of(parsed.solver(), values));
    }

    private Stopping stopping() {
        boolean change = target != null && target.tol != null;
        double gap = target != null && target.gap != null ? target.gap : DEFAULT_GAP;
        return new Stopping(
                change ? OptionalDouble.empty() : OptionalDouble.of(gap),
                change ? OptionalDouble.of(target.tol) : OptionalDouble.empty(),
                maxPasses,
                maxSeconds);
    }

    private void print(CellResult r, DataInfo info, CellRunner runner) {
        PrintWriter out = spec.commandLine().getOut();
        if (!info.notice().isEmpty()) {
            out.println(info.notice());
        }
        line(
                out,
                "data",
                "%s: n = %d, p = %d, %d classes, seed %d",
                info.title(),
                info.trainRows(),
                info.features(),
                info.classes(),
                data.seed);
        line(
                out,
                "lambda",
                "%s (lambda max %.6g)",
                data.lambda,
                runner.problem().lambdaMax());
        line(out, "solver", "%s", r.solver());
        line(
                out,
                "status",
                "%s, %s",
                r.status(),
                r.met() ? "the rule asked for is met" : notMet(r.status()));
        line(out, "work", "%d epochs, %.1f passes, %.3f s", r.epochs(), r.passes(), r.seconds());
        line(out, "objective", "P = %.10f, certified within %.3g of the optimum", r.primal(), r.gap());
        line(out, "relative gap", "%.3g, KKT residual %.3g", r.relativeGap(), r.kkt());
        line(
                out,
                "zeros",
                "%.2f %% (%d of %d weights are nonzero)",
                r.sparsityPercent(),
                r.nonzeros(),
                info.features() * info.classes());
        String test =
                r.testAccuracy() == null ? "no test rows" : String.format(Locale.ROOT, "test %.4f", r.testAccuracy());
        line(out, "accuracy", "%s, train %.4f", test, r.trainAccuracy());
        out.flush();
    }

    private static String notMet(String status) {
        return "the rule asked for is NOT met"
                + (status.equals(Status.PRECISION_LIMIT.label()) ? ": all that is left of the gap is rounding" : "");
    }

    private static void line(PrintWriter out, String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-13s %s%n", name, String.format(Locale.ROOT, format, values));
    }
}
