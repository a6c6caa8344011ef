package io.github.l1bench.experiment;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.peer.Peer;
import io.github.l1bench.peer.PeerException;
import io.github.l1bench.peer.ProblemFolder;
import io.github.l1bench.peer.Worker;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.PeerRun;
import io.github.l1bench.result.Rung;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.solver.Status;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs other people's programs on one problem. They stop by rules of their own, so each is run afresh on every rung of
 * a ladder of tolerances, from loose to tight, and what it returns is certified as everything else is: its time to a gap
 * is that of the loosest rung that certifies in every repeat.
 */
public final class LadderRunner implements AutoCloseable {
    /** The status of a peer that no rung of the ladder brought to the gap. */
    public static final String NOT_CERTIFIED = "never certified";

    /**
     * The fits of a climb take together so many times as long as one may take: a climb is a curve on the page, and one
     * who wants it to go further gives its fits more time.
     */
    static final double MOST_FITS = 2;

    /** The same for a climb that is made for its end, the answer to one question. */
    public static final double MOST_FITS_OF_ONE = 10;

    private final Dataset dataset;
    private final MultinomialProblem problem;
    private final long seed;
    private final double mostFits;
    private ProblemFolder folder;

    /** @param seed of the first repeat of every rung */
    public LadderRunner(Dataset dataset, double lambda, long seed) {
        this(dataset, lambda, seed, MOST_FITS);
    }

    /** @param mostFits how many times as long as one may take fits of a climb take together */
    public LadderRunner(Dataset dataset, double lambda, long seed, double mostFits) {
        this.mostFits = mostFits;
        this.dataset = dataset;
        this.problem = dataset.problem(lambda);
        this.seed = seed;
    }

    /** The problem that is solved. */
    public MultinomialProblem problem() {
        return problem;
    }

    /**
     * Climbs the ladder of {@code cell}, and repeats the published example's run where the peer can. A peer that fails in
     * any way yields a result that says so.
     *
     * @param warmUp whether the loosest rung is run once before, off the clock
     * @param listener told each rung once it is run
     */
    public CellResult run(PeerCell cell, boolean warmUp, Consumer<Rung> listener) {
        Evaluation evaluation = new Evaluation(dataset, cell.peer().question().certifier(problem));
        Climb climb = new Climb(cell, seed, evaluation, mostFits, listener);
        try {
            List<String> log = climbed(climb, cell.peer(), warmUp);
            if (!cell.peer().published().isEmpty()) {
                climb.replay(folder());
            }
            return result(cell, climb, null, log);
        } catch (PeerException e) {
            return result(cell, climb, "it " + e.getMessage(), List.of());
        } catch (IOException e) {
            return result(cell, climb, "its problem or its answer cannot be written: " + e.getMessage(), List.of());
        }
    }

    // What the worker wrote meanwhile; it has ended.
    private List<String> climbed(Climb climb, Peer peer, boolean warmUp) throws PeerException, IOException {
        try (Worker worker = Worker.start(peer)) {
            worker.load(folder());
            climb.with(worker, warmUp);
            return worker.log();
        }
    }

    // Written for the first that needs it.
    private ProblemFolder folder() throws IOException {
        if (folder == null) {
            folder = ProblemFolder.of(problem);
        }
        return folder;
    }

    private CellResult result(PeerCell cell, Climb climb, String failure, List<String> log) {
        Coefficients coefficients = failure == null ? climb.coefficients() : null;
        List<Rung> rungs = climb.rungs();
        Rung last = coefficients == null ? null : rungs.get(rungs.size() - 1);
        String status = climb.certified() ? Status.CERTIFIED.label() : NOT_CERTIFIED;
        return new CellResult(
                cell.label(),
                cell.solver(),
                cell.peer().title(),
                cell.peer().home(),
                cell.options(seed),
                false,
                cell.rule(),
                failure == null ? status : "failed",
                last != null && climb.certified(),
                failure,
                0,
                Double.NaN,
                last == null ? 0 : last.medianSeconds(),
                last == null ? Fit.NONE : last.fit(),
                rungs.stream().map(LadderRunner::point).toList(),
                coefficients == null ? null : coefficients.weights(),
                coefficients == null ? null : coefficients.intercept(),
                peerRun(cell, climb, failure, log),
                null);
    }

    private static PeerRun peerRun(PeerCell cell, Climb climb, String failure, List<String> log) {
        return new PeerRun(
                cell.version(),
                cell.runtime(),
                cell.peer().licence(),
                cell.peer().home(),
                cell.peer().question().word(),
                cell.peer().mapping(),
                climb.published(),
                climb.rungs(),
                failure == null ? climb.end() : failure,
                log);
    }

    private static TracePoint point(Rung rung) {
        return new TracePoint(Double.NaN, 0, rung.medianSeconds(), rung.fit());
    }

    /** Deletes the files of the problem. */
    @Override
    public void close() {
        if (folder != null) {
            folder.close();
        }
    }
}
