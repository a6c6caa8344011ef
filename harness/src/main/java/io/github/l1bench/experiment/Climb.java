package io.github.l1bench.experiment;

import io.github.l1bench.peer.ClimbLimit;
import io.github.l1bench.peer.PeerException;
import io.github.l1bench.peer.ProblemFolder;
import io.github.l1bench.peer.Solved;
import io.github.l1bench.peer.Worker;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.Rung;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One climb of a peer's ladder, from loose to tight, until a rung certifies in every repeat. */
final class Climb {
    private final PeerCell cell;
    private final long seed;
    private final Evaluation evaluation;
    private final Consumer<Rung> listener;
    private final List<Rung> rungs = new ArrayList<>();
    private Coefficients coefficients;
    private Rung published;
    private String end;
    private final double mostFits;

    /**
     * @param mostFits how many times as long as one may take fits take together until the climb ends
     * @param listener told each rung once it is run
     */
    Climb(PeerCell cell, long seed, Evaluation evaluation, double mostFits, Consumer<Rung> listener) {
        this.mostFits = mostFits;
        this.cell = cell;
        this.seed = seed;
        this.evaluation = evaluation;
        this.listener = listener;
    }

    /**
     * Climbs as far as it goes; a fit that fails ends it, and what was reached before stays.
     *
     * @param warmUp whether the loosest rung is run once before, so that what a runtime does at first is off the clock
     * @throws PeerException if not even the first rung comes to an end
     * @throws IOException if there is no room for an answer
     */
    void with(Worker worker, boolean warmUp) throws PeerException, IOException {
        List<String> settings = cell.peer().ladder().settings();
        if (warmUp) {
            worker.solve(settings.get(0), seed, cell.maxSeconds());
        }
        ClimbLimit limit = new ClimbLimit(mostFits * cell.repeats() * cell.maxSeconds());
        for (String setting : settings) {
            if (limit.isReached()) {
                end = limit.reason(setting);
                return;
            }
            try {
                Run run = run(worker, setting, cell.repeats());
                coefficients = run.coefficients();
                add(run.rung());
                limit.note(
                        setting, total(run.rung().seconds()), run.rung().fit().relativeGap());
            } catch (PeerException e) {
                if (rungs.isEmpty()) {
                    throw e;
                }
                end = "at " + setting + " it " + e.getMessage();
                return;
            }
            if (certified()) {
                end = setting + " is the loosest that certifies in every repeat";
                return;
            }
        }
        String question = cell.peer().question().difference();
        end = String.format(
                        Locale.ROOT,
                        "the tightest rung, %s, leaves a gap of %.1e",
                        settings.get(settings.size() - 1),
                        rungs.get(rungs.size() - 1).fit().relativeGap())
                + (question.isEmpty() ? "" : ": " + question);
    }

    /**
     * Repeats the published example's run; that it fails is noted, and takes nothing from the climb.
     *
     * @throws IOException if there is no room for the problem or the answer
     */
    void replay(ProblemFolder folder) throws IOException {
        try (Worker worker = Worker.start(cell.peer())) {
            worker.load(folder);
            published = run(worker, cell.peer().published(), 1).rung();
        } catch (PeerException e) {
            end += "; at " + cell.peer().published() + ", the published run, it " + e.getMessage();
        }
    }

    private static double total(List<Double> seconds) {
        return seconds.stream().mapToDouble(Double::doubleValue).sum();
    }

    private void add(Rung rung) {
        rungs.add(rung);
        listener.accept(rung);
    }

    // With the coefficients of the repeat with the largest gap.
    private record Run(Rung rung, Coefficients coefficients) {}

    private Run run(Worker worker, String setting, int repeats) throws PeerException, IOException {
        List<Double> seconds = new ArrayList<>();
        double cpuSeconds = 0;
        Long peakBytes = null;
        Worker.Answer worst = null;
        Fit worstFit = null;
        boolean certified = true;
        for (int repeat = 0; repeat < repeats && certified; repeat++) {
            Solved solved = worker.solve(setting, seed + repeat, cell.maxSeconds());
            Worker.Answer answer = worker.answer();
            Fit fit = evaluation.of(answer.coefficients());
            seconds.add(solved.seconds());
            cpuSeconds += solved.cpuSeconds();
            peakBytes = solved.peakBytes();
            certified = fit.relativeGap() <= cell.relativeGap();
            if (worstFit == null || !(fit.relativeGap() <= worstFit.relativeGap())) {
                worst = answer;
                worstFit = fit;
            }
        }
        return new Run(
                new Rung(setting, List.copyOf(seconds), cpuSeconds, peakBytes, certified, worst.note(), worstFit),
                worst.coefficients());
    }

    /** Whether the last rung certifies in every repeat. */
    boolean certified() {
        return !rungs.isEmpty() && rungs.get(rungs.size() - 1).certified();
    }

    /** From loose to tight. */
    List<Rung> rungs() {
        return List.copyOf(rungs);
    }

    /** The published example's run; null where it was not asked for or failed. */
    Rung published() {
        return published;
    }

    /** Why it ended, in one sentence. */
    String end() {
        return end;
    }

    /** Of the last rung, in the repeat with the largest gap. */
    Coefficients coefficients() {
        return coefficients;
    }
}
