package io.github.l1bench.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.result.CellResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Solves one problem with one solver, or with other people's program. */
@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        description =
                "Solves one problem and certifies the result. Exit status 0 when the rule asked for was met, 1 when"
                        + " not, 2 for bad input.")
final class SolveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SolveOptions options;

    @Mixin
    private DataOptions data;

    @Mixin
    private PenaltyOptions penalty;

    @Option(names = "--json", paramLabel = "FILE", description = "write the result as JSON; - is standard output")
    private Path json;

    @Option(
            names = "--coef",
            description = "with the coefficients, of the standardised features, and with the center and scale of each")
    private boolean coefficients;

    @Option(names = "--original-scale", description = "with --coef: the coefficients of the raw features instead")
    private boolean originalScale;

    @Mixin
    private KernelsOption kernels;

    @Override
    public Integer call() throws IOException {
        OptionalInt elsewhere = kernels.elsewhere(spec);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        if (originalScale && !coefficients) {
            throw new IllegalArgumentException("--original-scale says of which features the coefficients are to be, but"
                    + " none are asked for; give --coef too, or leave it out");
        }
        SolveOptions.Solving solving =
                options.solving(data.seed, new TextOutput(json).isStandardOutput() ? null : terminal());
        PenaltyRequest request = penalty.request();
        TextOutput output = new TextOutput(json);
        output.require();
        Dataset dataset = data.load();
        MultinomialProblem problem = dataset.problem(request);
        CellResult result = solving.solve(dataset, problem);
        PrintWriter out = terminal();
        if (!output.isStandardOutput()) {
            KernelsOption.tell(out, spec.commandLine().getErr());
            new SolveSummary(out).print(result, dataset.info(), data.seed, Penalty.of(problem));
        }
        if (json != null) {
            output.write(out, written(result, dataset, problem));
        }
        return result.met() ? 0 : 1;
    }

    private PrintWriter terminal() {
        return spec.commandLine().getOut();
    }

    private String written(CellResult result, Dataset dataset, MultinomialProblem problem) throws IOException {
        SolvedModel model =
                coefficients ? SolvedModel.of(result, dataset.train().standardization(), originalScale) : null;
        SolveResult written = SolveResult.of(result, dataset.info(), data.seed, problem, model);
        return new ObjectMapper().writeValueAsString(written) + System.lineSeparator();
    }
}
