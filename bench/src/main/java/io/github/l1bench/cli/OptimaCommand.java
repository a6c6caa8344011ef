package io.github.l1bench.cli;

import io.github.l1bench.collection.CollectionFile;
import io.github.l1bench.collection.Instance;
import io.github.l1bench.collection.Optima;
import io.github.l1bench.collection.OptimaTable;
import io.github.l1bench.collection.Optimum;
import io.github.l1bench.collection.OptimumSearch;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the certified optima that come with the program, or makes them. */
@Command(
        name = "optima",
        mixinStandardHelpOptions = true,
        description =
                "Checks the certified optima of the generated instances of collections by solving each anew, or makes"
                        + " a table of them. Exit status 1 where one does not hold.")
final class OptimaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "COLLECTION",
            description = "names or files (default: all that come with the program)")
    private List<String> collections = CollectionFile.SHIPPED;

    @Option(
            names = "--make",
            paramLabel = "FILE",
            description = "write the optima there instead; those that the file has of the same instance stay")
    private Path file;

    private PrintWriter terminal;
    private Provenance here;
    private final OptimaTable work = new OptimaTable(OptimumSearch.usual());

    @Override
    public Integer call() throws IOException {
        terminal = spec.commandLine().getOut();
        List<Instance> instances = OptimaTable.generated(collections);
        return file == null ? check(instances) : make(instances);
    }

    private int check(List<Instance> instances) {
        List<Optimum> table = Optima.shipped().optima();
        int wrong = 0;
        for (Instance instance : instances) {
            Optional<Optimum> stored = table.stream()
                    .filter(optimum -> optimum.instance().equals(instance))
                    .findFirst();
            String verdict =
                    stored.map(optimum -> work.check(optimum).orElse("holds")).orElse("is not in the table");
            wrong += verdict.equals("holds") ? 0 : 1;
            terminal.println(instance.name() + ": " + verdict);
            terminal.flush();
        }
        terminal.println(instances.size() - wrong + " of " + instances.size() + " hold");
        terminal.flush();
        return wrong > 0 ? 1 : 0;
    }

    private int make(List<Instance> instances) throws IOException {
        WritableFolder.requireFor(file);
        List<Optimum> before = Files.exists(file)
                ? ResultFiles.read(file, Optima.class, Optima.SCHEMA).optima()
                : List.of();
        write(work.make(instances, before, this::tell));
        terminal.println("The optima are in " + file);
        terminal.flush();
        return 0;
    }

    private void tell(List<Optimum> soFar) {
        write(soFar);
        Optimum last = soFar.get(soFar.size() - 1);
        terminal.printf(
                Locale.ROOT,
                "%-28s P %.15g  gap/P %.1e  %d nonzeros  %s %s%n",
                last.instance().name(),
                last.primal(),
                last.relativeGap(),
                last.nonzeros(),
                last.solver(),
                last.note());
        terminal.flush();
    }

    private void write(List<Optimum> optima) {
        if (here == null) {
            here = Machine.provenance(command());
        }
        String made = here.created() + ", version " + here.version() + ", Java " + here.java() + ", " + here.cpu();
        try {
            new Optima(Optima.SCHEMA, here.command(), made, optima).write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String command() {
        String words = collections.equals(CollectionFile.SHIPPED) ? "" : String.join(" ", collections) + " ";
        return "java -jar bench/target/benchmarks.jar optima " + words + "--make " + file.getFileName();
    }
}
