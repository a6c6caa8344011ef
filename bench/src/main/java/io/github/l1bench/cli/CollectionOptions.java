package io.github.l1bench.cli;

import io.github.l1bench.collection.Collection;
import io.github.l1bench.collection.CollectionFile;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options of {@code run} that ask for many problems instead of one. */
final class CollectionOptions {
    // What the collection says for each of its instances, or, of the gap, what is asked of all.
    private static final List<String> SAID_THERE = List.of(
            "--data",
            "--train",
            "--test",
            "--seed",
            "--standardize",
            "--lambda",
            "--lambda-ratio",
            "--C",
            "--gap",
            "--study");

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description =
                    "many problems instead of one: small, standard, large, or a file that lists instances; the time"
                            + " and the passes of each solver to every gap from 1e-1 to 1e-9")
    private String name;

    @Option(
            names = "--repeats",
            defaultValue = "3",
            paramLabel = "N",
            description = "of how many runs the times of a collection are medians; fewer where they would take longer"
                    + " than --max-seconds together (default: ${DEFAULT-VALUE})")
    private int repeats;

    /** Whether a collection is asked for. */
    boolean given() {
        return name != null;
    }

    /**
     * The collection asked for.
     *
     * @param command the command that these options are a part of
     * @throws IllegalArgumentException in one sentence, if there is none, its file is wrong, or options contradict it
     */
    Collection read(CommandSpec command) throws IOException {
        ParseResult parsed = command.commandLine().getParseResult();
        for (String option : SAID_THERE) {
            if (parsed.hasMatchedOption(option)) {
                throw new IllegalArgumentException(option
                        + " is said by a collection for each of its instances; leave it out beside --collection");
            }
        }
        if (repeats < 1) {
            throw new IllegalArgumentException("the number of repeats is " + repeats + "; give 1 or more");
        }
        return CollectionFile.read(name);
    }

    /** How many runs the times are medians of. */
    int repeats(boolean quick) {
        return quick ? 1 : repeats;
    }
}
