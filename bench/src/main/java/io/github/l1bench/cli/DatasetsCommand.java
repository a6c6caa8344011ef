package io.github.l1bench.cli;

import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.DataSources;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the data sets. */
@Command(name = "datasets", mixinStandardHelpOptions = true, description = "Lists the data sets.")
final class DatasetsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (DataSource source : DataSources.all()) {
            out.printf(Locale.ROOT, "%s%n    %s%n", source.name(), source.description());
            source.options()
                    .forEach(option -> out.printf(Locale.ROOT, "    %s: %s%n", usage(option), option.description()));
        }
        out.flush();
    }

    private static String usage(DataOption option) {
        return option.isFlag() ? option.toString() : option + "=" + option.value();
    }
}
