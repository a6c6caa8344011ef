package io.github.l1bench.cli;

import io.github.l1bench.collection.CollectionRun;
import io.github.l1bench.collection.Instance;
import io.github.l1bench.collection.LeftOut;
import io.github.l1bench.experiment.Cell;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.RunResult;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;

/** Shows a collection on a terminal: a line for each instance, with an estimate of the time that is left. */
final class CollectionConsole implements CollectionRun.Listener {
    private static final double SHOWN_GAP = 1e-6;

    private final PrintWriter terminal;
    private final int instances;
    private final long start = System.nanoTime();
    private long begun;
    private int finished;
    private int computed;
    private int toRun;
    private ProgressBar bar;
    private String replaced = "";

    CollectionConsole(PrintWriter terminal, int instances) {
        this.terminal = terminal;
        this.instances = instances;
    }

    // Once where the same is true of many instances, as of another budget.
    @Override
    public void replaced(Instance instance, String results) {
        if (!results.equals(replaced)) {
            replaced = results;
            terminal.println("    replaces results in this folder, of " + instance.name() + " and of instances below: "
                    + results);
            terminal.flush();
        }
    }

    @Override
    public void begun(Instance instance, int cells) {
        toRun = cells;
        begun = System.nanoTime();
        bar = ConsoleProgress.bar(instance.name(), cells);
    }

    @Override
    public void started(Cell cell) {
        if (bar != null) {
            bar.setExtraMessage(cell.label());
        }
    }

    @Override
    public void finished(CellResult cell) {
        if (bar != null) {
            bar.step();
        }
        if (cell.failed()) {
            terminal.println("    FAILED: " + cell.label() + ": " + cell.failure());
            terminal.flush();
        }
    }

    @Override
    public void removed(List<String> lost) {
        terminal.println("    removed, because what it belongs to is computed anew: " + String.join(", ", lost));
    }

    @Override
    public void done(Instance instance, RunResult result) {
        closeBar();
        finished++;
        computed += toRun > 0 ? 1 : 0;
        terminal.printf(
                Locale.ROOT,
                "[%3d/%d] %-28s n %d, p %d, K %d: %s; %s%s%n",
                finished,
                instances,
                instance.name(),
                result.data().trainRows(),
                result.data().features(),
                result.data().classes(),
                best(result),
                toRun == 0 ? "known" : duration((System.nanoTime() - begun) * 1e-9),
                left());
        terminal.flush();
    }

    // As if the instances to come took as long as those so far; what is known took no time and tells nothing.
    private String left() {
        if (computed == 0 || finished == instances) {
            return "";
        }
        double each = (System.nanoTime() - start) * 1e-9 / computed;
        return "; about " + duration(each * (instances - finished)) + " left";
    }

    private static String best(RunResult result) {
        long certified =
                result.cells().stream().filter(CollectionConsole::reached).count();
        return result.cells().stream()
                .filter(CollectionConsole::reached)
                .min(Comparator.comparingDouble(CollectionConsole::seconds))
                .map(cell -> String.format(
                        Locale.ROOT,
                        "%d of %d certify 1e-6, first %s, %.3f s",
                        certified,
                        result.cells().size(),
                        cell.label(),
                        seconds(cell)))
                .orElse("nobody certifies 1e-6");
    }

    private static boolean reached(CellResult cell) {
        return !cell.failed() && cell.asksTheSame() && seconds(cell) < Double.POSITIVE_INFINITY;
    }

    private static double seconds(CellResult cell) {
        return cell.trace().stream()
                .filter(point -> point.fit().relativeGap() <= SHOWN_GAP)
                .mapToDouble(point -> point.seconds())
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static String duration(double seconds) {
        return seconds < 90
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }

    @Override
    public void leftOut(LeftOut instance) {
        closeBar();
        finished++;
        terminal.printf("[%3d/%d] %-28s LEFT OUT: %s%n", finished, instances, instance.instance(), instance.reason());
        terminal.flush();
    }

    private void closeBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
