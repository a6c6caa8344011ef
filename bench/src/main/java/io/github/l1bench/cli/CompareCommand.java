package io.github.l1bench.cli;

import io.github.l1bench.compare.Comparison;
import io.github.l1bench.compare.Margins;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two runs; serves as a gate against regressions. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compares two runs: ratios of times with intervals and a test of significance, and changes of"
                + " results. Exit status 1 when something is slower beyond the margin, worse, or missing in AFTER, 2 when"
                + " the runs cannot be compared.")
final class CompareCommand implements Callable<Integer> {
    private static final String OF_GITHUB = "";
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "folder of the run to compare with")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "folder of the run to judge")
    private Path after;

    @Option(
            names = "--margin",
            paramLabel = "M|NAME=M",
            description =
                    "how much slower counts: 0.1 is 10 %% (default: 0.1); with a name, which may have * and ?, that"
                            + " of a solver or a benchmark; may be given again, and the last that fits counts")
    private List<String> margins = List.of();

    @Option(
            names = "--different-machines",
            description = "compare times of different machines all the same; the result then says so")
    private boolean differentMachines;

    @Option(
            names = "--different-conditions",
            description = "compare all the same what was measured under different conditions: asked gap, budget, JMH's"
                    + " threads and warm-up, Java and its arguments in the forks; the result then says so")
    private boolean differentConditions;

    @Option(names = "--html", paramLabel = "FILE", description = "write the comparison as a page too")
    private Path html;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "write the comparison as JSON too; - for the terminal alone")
    private Path json;

    @Option(
            names = "--github-summary",
            arity = "0..1",
            fallbackValue = CompareCommand.OF_GITHUB,
            preprocessor = CompareCommand.OnlyAttached.class,
            paramLabel = "FILE",
            description =
                    "append the comparison as Markdown to FILE, which follows =, by default to the one that GitHub names in $"
                            + SUMMARY)
    private String summary;

    @Override
    public Integer call() throws IOException {
        Path markdown = summary == null ? null : summaryFile();
        TextOutput asJson = new TextOutput(json);
        asJson.require();
        if (html != null) {
            WritableFolder.requireFor(html);
        }
        Comparison comparison = Comparison.of(
                before, after, new Comparison.Terms(Margins.parse(margins), differentMachines, differentConditions));
        PrintWriter out = spec.commandLine().getOut();
        if (!asJson.isStandardOutput()) {
            out.println(comparison.text());
            out.flush();
        }
        if (html != null) {
            comparison.write(html);
        }
        if (json != null) {
            asJson.write(out, comparison.json());
        }
        if (markdown != null) {
            Files.writeString(markdown, comparison.markdown(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return comparison.isRegression() ? 1 : 0;
    }

    private Path summaryFile() {
        String file = summary.equals(OF_GITHUB) ? System.getenv(SUMMARY) : summary;
        if (file == null || file.isEmpty()) {
            throw new IllegalArgumentException("--github-summary names no file and the environment has no " + SUMMARY
                    + "; give it a file by --github-summary=FILE");
        }
        Path markdown = Path.of(file);
        WritableFolder.requireFor(markdown);
        return markdown;
    }

    /** As its file may be left out, it is no word of its own: that is the folder of a run. */
    private static final class OnlyAttached implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            if (!"=".equals(info.get("separator"))) {
                arguments.push(OF_GITHUB);
            }
            return false;
        }
    }
}
