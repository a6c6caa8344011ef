package io.github.l1bench.cli;

import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataSource;
import io.github.l1bench.data.DataSources;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options of data sources: each source names its own, and a command has all of them. */
final class SourceOptions {
    // An empty value, as of a variable that is not set, would ask for nothing.
    private static final ITypeConverter<?>[] GIVEN = {(ITypeConverter<String>) SourceOptions::given};

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
                    .converters(option.isFlag() ? new ITypeConverter<?>[0] : GIVEN)
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

    private static String given(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("it is empty; give it a value, or leave it out");
        }
        return text;
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
