package io.github.l1bench.cli;

import io.github.l1bench.name.KnownName;
import io.github.l1bench.name.NearNames;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words that no command takes so, in one sentence. */
final class Misuse {
    private Misuse() {}

    /** Says it, with where to read on, and returns the exit status. */
    static int explain(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        command.getErr()
                .println(Main.oneLine(error.getMessage()) + meant(error) + "; see '"
                        + command.getCommandSpec().qualifiedName() + " --help'");
        return Main.BAD_INPUT;
    }

    // Of an option or a command that there is not.
    private static String meant(ParameterException error) {
        if (!(error instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        CommandSpec command = error.getCommandLine().getCommandSpec();
        Stream<String> known = unmatched.isUnknownOption()
                ? command.options().stream().map(OptionSpec::longestName)
                : command.subcommands().keySet().stream();
        String typed = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        List<String> near = new NearNames(known.map(KnownName::of).toList()).to(typed);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }
}
