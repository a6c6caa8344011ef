package io.github.l1bench.cli;

import java.util.Iterator;
import java.util.StringJoiner;
import picocli.CommandLine.Model.CommandSpec;

/** A command as one would type it again. */
final class TypedCommand {
    private TypedCommand() {}

    /** That of {@code spec}, without the folder of its run: another run has its own. */
    static String of(CommandSpec spec) {
        StringJoiner words = new StringJoiner(" ", "java -jar bench/target/benchmarks.jar ", "");
        Iterator<String> arguments =
                spec.commandLine().getParent().getParseResult().originalArgs().iterator();
        while (arguments.hasNext()) {
            String word = arguments.next();
            if (word.equals("--out")) {
                arguments.next();
            } else if (!word.startsWith("--out=")) {
                words.add(word.matches("[\\w./:=+-]+") ? word : "'" + word + "'");
            }
        }
        return words.toString();
    }
}
