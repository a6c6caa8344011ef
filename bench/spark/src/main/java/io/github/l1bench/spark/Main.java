package io.github.l1bench.spark;

import io.github.l1bench.data.DataException;
import java.io.PrintWriter;
import java.util.Locale;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that run on a cluster. Exit status 0: done; 1: not what was asked for; 2: bad input; 3: broken. */
@Command(
        name = "l1bench-spark.jar",
        description = "l1bench beyond one machine, on Apache Spark.",
        mixinStandardHelpOptions = true,
        subcommands = {SolveCommand.class, MllibCommand.class, CellsCommand.class})
public final class Main {
    private static final int BAD_INPUT = 2;
    private static final int BROKEN = 3;
    private static final String LOG = "classpath:io/github/l1bench/spark/log.properties";

    /** Runs a command and exits with its status. */
    public static void main(String[] args) {
        // Too late, and left to the user, where spark-submit has begun to log.
        System.getProperties().putIfAbsent("log4j2.configurationFile", LOG);
        System.exit(execute(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    static int execute(PrintWriter out, PrintWriter err, String... args) {
        Locale.setDefault(Locale.ROOT);
        CommandLine line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler((error, typed) -> {
            line.getErr().println(error.getMessage().replaceAll("\\s*\\R\\s*", " "));
            return BAD_INPUT;
        });
        line.setExecutionExceptionHandler((error, command, parsed) -> explain(error, line));
        if (args.length == 0) {
            line.usage(err);
            return BAD_INPUT;
        }
        return line.execute(args);
    }

    private static int explain(Exception error, CommandLine line) {
        boolean known = error instanceof IllegalArgumentException
                || error instanceof DataException
                || error instanceof java.io.IOException
                || error.getClass() == SparkException.class
                || error instanceof AnalysisException;
        if (known) {
            line.getErr().println(Sentences.of(error));
            return BAD_INPUT;
        }
        error.printStackTrace(line.getErr());
        return BROKEN;
    }
}
