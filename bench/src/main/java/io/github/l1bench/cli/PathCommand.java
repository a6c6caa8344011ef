package io.github.l1bench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolutionPath;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Solves a regularisation path. */
@Command(
        name = "path",
        mixinStandardHelpOptions = true,
        description =
                "Solves a regularisation path: penalties in equal ratios from lambda max down to --lambda, --lambda-ratio or --C, each"
                        + " started from the one before and certified. Exit status 0 when every value is certified, 1 when one"
                        + " is not, 2 for bad input.")
final class PathCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--solver",
            defaultValue = "prox-newton",
            paramLabel = "NAME",
            description = "a name that 'solvers' lists, or NAME[option=value,...] (default: ${DEFAULT-VALUE})")
    private String solver;

    @Mixin
    private DataOptions data;

    @Mixin
    private PenaltyOptions penalty;

    @Option(
            names = "--count",
            defaultValue = "" + SolutionPath.USUAL_COUNT,
            paramLabel = "N",
            description = "how many penalties (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--gap",
            defaultValue = "1e-6",
            paramLabel = "G",
            description = "the relative gap to certify at each (default: ${DEFAULT-VALUE})")
    private double gap;

    @Option(names = "--max-seconds", paramLabel = "S", description = "stop a value after this many seconds")
    private double maxSeconds = Double.POSITIVE_INFINITY;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result as JSON; - is standard output")
    private Path json;

    @Option(names = "--csv", paramLabel = "FILE", description = "write the result as CSV; - is standard output")
    private Path csv;

    @Mixin
    private KernelsOption kernels;

    @Override
    public Integer call() throws IOException {
        OptionalInt elsewhere = kernels.elsewhere(spec);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        Variant variant = Variant.parse(solver).withDefault("seed", Integer.toString(data.seed));
        Stopping stopping = Stopping.atRelativeGap(gap).withinSeconds(maxSeconds);
        PenaltyRequest end = penalty.request();
        TextOutput jsonOutput = new TextOutput(json);
        TextOutput csvOutput = new TextOutput(csv);
        jsonOutput.require();
        csvOutput.require();
        Dataset dataset = data.load();
        MultinomialProblem problem = dataset.problem(end);
        double[] lambdas = SolutionPath.grid(problem.lambdaMax(), problem.lambda(), count);
        variant.solver().prepare(problem);
        Request request = Request.until(stopping).with(variant.options());
        List<PathResult.Row> rows = new ArrayList<>();
        for (SolutionPath.Point point : solve(variant, problem, lambdas, request)) {
            rows.add(PathResult.Row.of(point, dataset, problem, stopping));
        }
        PathResult result = PathResult.of(solver, dataset.info(), data.seed, problem.lambdaMax(), rows);
        if (!jsonOutput.isStandardOutput() && !csvOutput.isStandardOutput()) {
            print(result);
        }
        PrintWriter out = spec.commandLine().getOut();
        jsonOutput.write(out, new ObjectMapper().writeValueAsString(result) + System.lineSeparator());
        csvOutput.write(out, result.csv());
        return rows.stream().allMatch(PathResult.Row::met) ? 0 : 1;
    }

    private static List<SolutionPath.Point> solve(
            Variant variant, MultinomialProblem problem, double[] lambdas, Request request) {
        try (ProgressBar bar = ConsoleProgress.bar(variant.toString(), lambdas.length)) {
            Request shown = bar == null ? request : request.watchedBy(new FinishedPenalties(bar::stepTo));
            return SolutionPath.solve(variant.solver(), problem, lambdas, shown);
        }
    }

    private void print(PathResult result) {
        PrintWriter out = spec.commandLine().getOut();
        if (!result.notice().isEmpty()) {
            out.println(result.notice());
        }
        KernelsOption.tell(out, spec.commandLine().getErr());
        result.points().forEach(out::println);
        out.printf(
                Locale.ROOT,
                "%d values in %.3f s by %s, %d of them certified%n",
                result.points().size(),
                result.seconds(),
                result.solver(),
                result.points().stream().filter(PathResult.Row::met).count());
        out.flush();
    }
}
