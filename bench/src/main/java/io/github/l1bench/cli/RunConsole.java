package io.github.l1bench.cli;

import io.github.l1bench.experiment.Cell;
import io.github.l1bench.experiment.Experiment;
import io.github.l1bench.experiment.FolderRun;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.view.ReplayWords;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;

/** Shows an experiment on a terminal: a line for each cell, and a bar where standard error is one. */
final class RunConsole implements FolderRun.Listener, AutoCloseable {
    private final PrintWriter terminal;
    private final int width;
    private final ProgressBar bar;

    /** @param known how many cells need not be computed */
    RunConsole(PrintWriter terminal, Experiment experiment, int known) {
        this.terminal = terminal;
        this.width = experiment.cells().stream()
                .mapToInt(cell -> cell.label().length())
                .max()
                .orElse(1);
        this.bar = ConsoleProgress.bar("experiment", experiment.cells().size());
        if (bar != null) {
            bar.stepBy(known);
        }
    }

    @Override
    public void started(Cell cell) {
        if (bar != null) {
            bar.setExtraMessage(cell.label());
        }
    }

    @Override
    public void finished(CellResult cell) {
        String name = "%-" + width + "s ";
        if (cell.failed()) {
            terminal.printf(Locale.ROOT, name + "FAILED: %s%n", cell.label(), cell.failure());
        } else {
            terminal.printf(
                    Locale.ROOT,
                    name + "%-16s %8.3f s %s  gap/P %8.1e  %6.2f %% zeros  test %s%n",
                    cell.label(),
                    cell.status(),
                    cell.seconds(),
                    work(cell),
                    cell.fit().relativeGap(),
                    cell.fit().sparsityPercent(),
                    cell.fit().testAccuracy() == null
                            ? "-"
                            : String.format(Locale.ROOT, "%.4f", cell.fit().testAccuracy()));
        }
        terminal.flush();
        if (bar != null) {
            bar.step();
        }
    }

    private static String work(CellResult cell) {
        return cell.isPeer()
                ? String.format(Locale.ROOT, "%8d rungs ", cell.peer().rungs().size())
                : String.format(Locale.ROOT, "%8.1f passes", cell.passes());
    }

    @Override
    public void removed(List<String> lost) {
        terminal.println("Removed from the times of the run that this one replaces, because results that they belong to"
                + " are not taken over: " + String.join(", ", lost));
    }

    /** Says what other people's programs print of the published example here, where one was asked. */
    static void tellReplays(RunResult result, PrintWriter terminal) {
        String words = ReplayWords.of(result);
        if (!words.isEmpty()) {
            terminal.println(words);
        }
    }

    /** Names the cells whose times may be spoilt. */
    static void warnOfDisturbance(RunResult result, PrintWriter terminal) {
        List<String> disturbed = result.cells().stream()
                .filter(cell -> cell.made().disturbance() != null)
                .map(CellResult::label)
                .toList();
        if (!disturbed.isEmpty()) {
            terminal.println("A solver that had not returned kept a core busy; the times of these may be spoilt and are"
                    + " marked: " + String.join(", ", disturbed) + ". Run again into the same folder with --solvers and"
                    + " these names.");
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
