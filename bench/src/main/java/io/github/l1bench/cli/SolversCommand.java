package io.github.l1bench.cli;

import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the registered solvers and their options. */
@Command(name = "solvers", mixinStandardHelpOptions = true, description = "Lists the solvers and their options.")
final class SolversCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (Solver solver : Solvers.all()) {
            out.printf(Locale.ROOT, "%s%n    %s%n", solver.name(), solver.description());
            if (!solver.formula().isEmpty()) {
                out.printf(Locale.ROOT, "    %s%n", solver.formula());
            }
            out.printf(Locale.ROOT, "    %s%n", solver.reference());
            for (Option option : solver.options()) {
                out.printf(
                        Locale.ROOT,
                        "    %s = %s: %s (%s)%n",
                        option.name(),
                        option.initial(),
                        option.description(),
                        option.takes());
            }
        }
        out.flush();
    }
}
