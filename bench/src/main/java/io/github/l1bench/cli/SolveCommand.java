package io.github.l1bench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.experiment.Cell;
import io.github.l1bench.experiment.CellRunner;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
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

    @Mixin
    private PenaltyOptions penalty;

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

    @Option(
            names = "--coef",
            description = "with the coefficients, of the standardised features, and with the center and scale of each")
    private boolean coefficients;

    @Option(names = "--original-scale", description = "with --coef: the coefficients of the raw features instead")
    private boolean originalScale;

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
                        + " scikit-learn's rule, " + PublishedExample.TOLERANCE + " in the published example")
        Double tol;
    }

    @Override
    public Integer call() throws IOException {
        if (originalScale && !coefficients) {
            throw new IllegalArgumentException("--original-scale says of which features the coefficients are to be, but"
                    + " none are asked for; give --coef too, or leave it out");
        }
        Variant variant = variant();
        Stopping stopping = stopping();
        PenaltyRequest request = penalty.request();
        TextOutput output = new TextOutput(json);
        output.require();
        Dataset dataset = data.load();
        CellRunner runner = new CellRunner(dataset, dataset.problem(request).lambda(), data.seed);
        CellResult result;
        try (ConsoleProgress progress = ConsoleProgress.of(variant.toString(), stopping)) {
            result = runner.run(new Cell(variant.toString(), variant, stopping, false), progress);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (!output.isStandardOutput()) {
            new SolveSummary(out).print(result, dataset.info(), data.seed, Penalty.of(runner.problem()));
        }
        if (json != null) {
            output.write(out, written(result, dataset, runner.problem()));
        }
        return result.met() ? 0 : 1;
    }

    private String written(CellResult result, Dataset dataset, MultinomialProblem problem) throws IOException {
        SolvedModel model =
                coefficients ? SolvedModel.of(result, dataset.train().standardization(), originalScale) : null;
        SolveResult written = SolveResult.of(result, dataset.info(), data.seed, problem, model);
        return new ObjectMapper().writeValueAsString(written) + System.lineSeparator();
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
}
