package io.github.l1bench.data;

import java.util.regex.Pattern;

/**
 * An option that some data sets take, {@code --name VALUE} or {@code --name} on the command line.
 *
 * @param name small letters, digits and dashes
 * @param value what its value is called in the help ({@code PATH}), or empty for an option without a value
 * @param description one line of help
 */
public record DataOption(String name, String value, String description) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** Checks the name. */
    public DataOption {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of an option; use small letters, digits and dashes");
        }
    }

    /** Whether it is given without a value. */
    public boolean isFlag() {
        return value.isEmpty();
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return "--" + name;
    }
}
