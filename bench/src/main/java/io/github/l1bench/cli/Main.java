package io.github.l1bench.cli;

import io.github.l1bench.data.DataException;
import io.github.l1bench.result.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The one executable. Exit status 0: done; 1: done, but what was asked for was not reached; 2: bad input. */
@Command(
        name = "benchmarks.jar",
        description = "Certified comparisons of solvers for L1-penalised multinomial logistic regression.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            SolveCommand.class,
            PathCommand.class,
            RunCommand.class,
            JmhCommand.class,
            ReportCommand.class,
            MergeCommand.class,
            CompareCommand.class,
            HistoryCommand.class,
            OptimaCommand.class,
            SolversCommand.class,
            PeersCommand.class,
            DatasetsCommand.class
        })
public final class Main {
    /** Bad input, or a file that cannot be read or written: the message says what and how to mend it. */
    static final int BAD_INPUT = 2;
    /** Something in this program broke. */
    static final int BROKEN = 3;

    /** Runs a command and exits with its status. */
    public static void main(String[] args) {
        OtherMachine.endWithParent();
        System.exit(execute(args));
    }

    /** Runs a command and returns its exit status. */
    static int execute(String... args) {
        // JMH's tables and the library that writes PDF take the machine's language; files must not depend on it.
        Locale.setDefault(Locale.ROOT);
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.registerConverter(Path.class, new GivenPath());
        CommandLine jmh = commandLine.getSubcommands().get("jmh");
        jmh.setUnmatchedOptionsArePositionalParams(true);
        jmh.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(Misuse::explain);
        commandLine.setExecutionExceptionHandler((error, command, parsed) -> explain(error, command));
        if (args.length == 0) {
            commandLine.usage(System.err);
            return BAD_INPUT;
        }
        Optional<String> wrong = KernelsOption.wrongProperty();
        if (wrong.isPresent()) {
            commandLine.getErr().println(wrong.get());
            return BAD_INPUT;
        }
        try {
            return commandLine.execute(args);
        } catch (OutOfMemoryError e) {
            commandLine
                    .getErr()
                    .println("this needs more memory than the Java heap has; raise it with -Xmx, or ask for less");
            return BAD_INPUT;
        }
    }

    private static int explain(Exception error, CommandLine command) {
        if (error instanceof IllegalArgumentException || error instanceof DataException) {
            command.getErr().println(oneLine(error.getMessage()));
            return BAD_INPUT;
        }
        if (error instanceof IOException || error instanceof UncheckedIOException) {
            command.getErr()
                    .println(
                            "reading or writing failed: " + oneLine(reason(error))
                                    + "; see that the disk has room, the folder can be written to and nothing else has the file's name");
            return BAD_INPUT;
        }
        // JMH has shown already what a benchmark died of.
        if (error instanceof RunnerException) {
            command.getErr().println(oneLine(error.getMessage()));
            return error.getCause() == null ? BAD_INPUT : BROKEN;
        }
        error.printStackTrace(command.getErr());
        return BROKEN;
    }

    // The JDK's message is often the path alone; what happened to it is then the name of the exception.
    private static String reason(Exception error) {
        if (error instanceof UncheckedIOException unchecked) {
            return reason(unchecked.getCause());
        }
        if (error instanceof FileSystemException file && file.getReason() == null) {
            String words =
                    error.getClass().getSimpleName().replace("Exception", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
            return file.getFile() + " (" + words.toLowerCase(Locale.ROOT) + ")";
        }
        return error.getMessage();
    }

    static String oneLine(String message) {
        return message == null ? "unknown error" : message.replaceAll("\\s*\\R\\s*", " ");
    }

    /** Prints the jar's version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"l1bench " + Machine.version()};
        }
    }
}
