package io.github.l1bench.cli;

import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.DataSources;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of data sources: each source names its own, and a command has all of them. */
final class SourceOptions {
    @Option(names = "--offline", description = "never download")
    boolean offline;

    /** Values by the options' names, of those that are given. */
    final Map<String, String> values = new TreeMap<>();

    /**
     * Adds the sources' options to the command that these options are a part of.
     *
     * @throws IllegalArgumentException if a data set has an option of the command's name
     */
    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        for (DataOption option : DataSources.options()) {
            if (command.findOption(option.toString()) != null) {
                throw new IllegalArgumentException("the data set " + users(option) + " has an option " + option
                        + ", as the command " + command.name() + " has; give it another name");
            }
            command.addOption(OptionSpec.builder(option.toString())
                    .paramLabel(option.value())
                    .arity(option.isFlag() ? "0" : "1")
                    .type(option.isFlag() ? boolean.class : String.class)
                    .description(users(option) + ": " + option.description().replace("%", "%%"))
                    .setter(setter(option))
                    .build());
        }
    }

    private static String users(DataOption option) {
        return DataSources.all().stream()
                .filter(source -> source.options().contains(option))
                .map(DataSource::name)
                .collect(Collectors.joining(", "));
    }

    // An option that is not given has neither value nor presence.
    private ISetter setter(DataOption option) {
        return new ISetter() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T set(T value) {
                if (value == null || Boolean.FALSE.equals(value)) {
                    return (T) values.remove(option.name());
                }
                values.put(option.name(), option.isFlag() ? "" : value.toString());
                return null;
            }
        };
    }
}
