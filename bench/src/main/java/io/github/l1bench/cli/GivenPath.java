package io.github.l1bench.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads every path that a user gives: an empty one, as of a variable that is not set, would be the current folder. */
final class GivenPath implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("it is empty; name a file or a folder");
        }
        return Path.of(text);
    }
}
