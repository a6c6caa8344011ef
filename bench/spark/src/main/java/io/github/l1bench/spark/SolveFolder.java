package io.github.l1bench.spark;

import io.github.l1bench.io.TemporaryFile;
import io.github.l1bench.io.WholeFile;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.spark.math.Outcome;
import io.github.l1bench.spark.math.Round;
import io.github.l1bench.spark.math.Rounds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The folder of a solve: {@code run.json} like any run's, {@code model.csv}, and while it lasts a checkpoint. */
final class SolveFolder {
    private final Path path;
    private final PrintWriter console;
    private int earlierRounds;

    SolveFolder(Path path, PrintWriter console) {
        this.path = path;
        this.console = console;
    }

    /**
     * Makes {@code folder}, so that nobody waits for a result that cannot be written.
     *
     * @throws IllegalArgumentException in one sentence, if it cannot be made or written to
     */
    static void require(Path folder) {
        try (TemporaryFile tried = TemporaryFile.beside(folder.resolve("try"))) {
            Files.writeString(tried.path(), "room for a little");
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot write into the folder " + folder + "; name another one with --out, or make it writable", e);
        }
    }

    /**
     * The folder of one penalty of a path.
     *
     * @param spent rounds before it, the summary of the data among them
     */
    SolveFolder step(PenaltyRequest penalty, int spent) {
        Path below = path.resolve(penalty.scale().name().toLowerCase(Locale.ROOT) + "-" + penalty.value());
        require(below);
        SolveFolder step = new SolveFolder(below, console);
        step.earlierRounds = 1 - spent;
        step.say("%s %s", penalty.scale().name().toLowerCase(Locale.ROOT), penalty.value());
        return step;
    }

    /** The weights of the same problem, where they are here and certified already. */
    Optional<Coefficients> finished(String data, double lambda, double gap) throws IOException {
        RunFolder run = new RunFolder(path);
        if (!run.has(RunFolder.RUN)) {
            return Optional.empty();
        }
        RunResult result = run.run();
        CellResult cell = result.cells().get(0);
        boolean same = result.data().sha256().equals(data) && result.lambda() == lambda;
        if (!same || !(cell.fit().relativeGap() <= gap) || cell.coef() == null) {
            return Optional.empty();
        }
        say("is certified already, at a gap of %.3e", cell.fit().relativeGap());
        return Optional.of(new Coefficients(cell.coef(), cell.intercept()));
    }

    /**
     * The weights of the solve in {@code folder}.
     *
     * @throws IllegalArgumentException in one sentence, if there is none, or its file has no weights
     */
    static Coefficients weights(Path folder) throws IOException {
        CellResult cell = new RunFolder(folder).run().cells().get(0);
        if (cell.coef() == null) {
            throw new IllegalArgumentException(
                    "run.json in " + folder + " holds no weights, being too many; start without --start");
        }
        return new Coefficients(cell.coef(), cell.intercept());
    }

    void isRead(SparkRows rows, Usage usage) {
        say("%s; %.1f s of executors", rows, usage.spent().executorSeconds());
        say("round          gap          P  nonzeros  curvature     seconds        MB  executors s  driver s");
    }

    void isAt(Round round, String data, Usage usage) {
        Usage.Spent spent = usage.spent();
        say(
                "%5d   %10.3e %10.7f  %8d  %9s  %10.2f  %8.2f  %11.2f  %8.2f",
                earlierRounds + round.number(),
                round.gap(),
                round.primal(),
                round.nonzeros(),
                round.workingSet() + "x" + round.curvatureRows(),
                round.seconds(),
                spent.megabytes(),
                spent.executorSeconds(),
                spent.driverSeconds());
        try {
            Checkpoint.of(round, data, earlierRounds).write(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an earlier start has left of the same problem. */
    Optional<Checkpoint> checkpoint(String data, double lambda) throws IOException {
        Optional<Checkpoint> found = Checkpoint.find(path, data, lambda);
        found.ifPresent(checkpoint -> {
            earlierRounds += checkpoint.rounds();
            say("goes on after %d rounds of an earlier start, at a gap of %.3e", checkpoint.rounds(), checkpoint.gap());
        });
        return found;
    }

    /** Writes the result, and the model; what is left of the solve while it lasted goes. */
    void finish(ClusterRun run, Rounds rounds, Outcome outcome, Usage.Spent spent) throws IOException {
        Round best = outcome.best();
        write(run, rounds, outcome, spent);
        if (outcome.end() == Outcome.End.CERTIFIED) {
            Checkpoint.delete(path);
        }
        say(
                "%s: gap %.3e after %d rounds (%d jobs), %.1f s of executors, %.1f s of the driver",
                outcome.end(),
                best.gap(),
                earlierRounds + rounds.spent(),
                spent.jobs(),
                spent.executorSeconds(),
                spent.driverSeconds());
    }

    /** Writes the result, which has cost {@code spent}, and the model. */
    void write(ClusterRun run, Rounds rounds, Outcome outcome, Usage.Spent spent) throws IOException {
        String id = path.toAbsolutePath().normalize().getFileName().toString();
        RunResult result = run.result(id, outcome, rounds.lambdaMax(), earlierRounds, spent);
        ResultFiles.write(path.resolve(RunFolder.RUN), result);
        String model = ModelCsv.of(outcome.best().coefficients(), run.rows().classes(), rounds);
        WholeFile.write(path.resolve("model.csv"), model);
    }

    private void say(String text, Object... values) {
        console.println(String.format(Locale.ROOT, text, values));
        console.flush();
    }
}
