package io.github.l1bench.cli;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.KernelChoice;
import io.github.l1bench.kernel.Kernels;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The kernels that solvers run with. A virtual machine has one kind: for another one is started that has it. */
final class KernelsOption {
    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            description =
                    "the kernels that solvers run with: plain, or vector, which are faster once they are compiled and"
                            + " start slower; this program then starts itself again with the flags that they need"
                            + " (default: plain)")
    private String name;

    /**
     * Runs the command in a virtual machine that has the kernels, unless this one has; there is an exit status if so.
     *
     * @throws IllegalArgumentException in one sentence, if there are no kernels of that name
     */
    OptionalInt elsewhere(CommandSpec spec) throws IOException {
        if (name == null) {
            return OptionalInt.empty();
        }
        KernelChoice.require(name);
        // What was asked for before Java started stays so, even where it could not be had: the remark tells.
        if (name.equals(KernelChoice.asked())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(OtherMachine.run(
                KernelChoice.jvmArguments(name),
                spec.commandLine().getParent().getParseResult().originalArgs()));
    }

    /** What is wrong, in one sentence, where this Java was started with a property that names no kernels. */
    static Optional<String> wrongProperty() {
        try {
            KernelChoice.require(KernelChoice.asked());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("-D" + KernelChoice.PROPERTY + ": " + e.getMessage());
        }
    }

    /** Says which kernels ran, where they are not the usual ones, and why they are not those that were asked for. */
    static void tell(PrintWriter out, PrintWriter err) {
        KernelChoice.remark().ifPresent(remark -> err.println("note: " + remark));
        if (!KERNELS.name().equals(Kernels.PLAIN_NAME)) {
            out.println("Kernels: " + KERNELS.description());
        }
    }
}
