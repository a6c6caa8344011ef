package io.github.l1bench.cli;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.experiment.LadderRunner;
import io.github.l1bench.experiment.PeerCell;
import io.github.l1bench.peer.Peer;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Rung;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** What {@code solve} does with other people's program: climbs its ladder and prints each rung. */
final class PeerSolve {
    /** How long a fit may take where nobody says. */
    static final double USUAL_SECONDS = 600;

    private static final double BYTES_OF_MEGABYTE = 1e6;

    private final Peer peer;
    private final PrintWriter out;

    /** @param out where rungs are printed; null for nowhere */
    PeerSolve(Peer peer, PrintWriter out) {
        this.peer = peer;
        this.out = out;
    }

    /**
     * Climbs to {@code gap}.
     *
     * @throws IllegalArgumentException in one sentence, if the peer is not ready or comes to the end of no fit
     */
    CellResult climb(Dataset dataset, MultinomialProblem problem, long seed, double gap, double maxSeconds, int repeats)
            throws IOException {
        PeerCell cell = PeerCell.of(PeerSelection.ready(peer), gap, maxSeconds, repeats);
        print("%s, %s; %s, %s%n", cell.version(), cell.runtime(), peer.licence(), peer.home());
        try (LadderRunner runner = new LadderRunner(dataset, problem.lambda(), seed, LadderRunner.MOST_FITS_OF_ONE)) {
            CellResult result = runner.run(cell, true, this::print);
            if (result.failed()) {
                throw new IllegalArgumentException(
                        peer + " has no result: " + result.failure() + "; 'peers check " + peer + "' tells more");
            }
            return result;
        }
    }

    private void print(Rung rung) {
        print(
                "%-12s %9.3f s  CPU %s s  %s MB  gap/P %8.1e%s  KKT %8.1e  P %.10f  %6d nonzeros  %s%n",
                rung.setting(),
                rung.medianSeconds(),
                orDash("%9.3f", rung.cpuSeconds()),
                orDash("%7.1f", rung.peakBytes() == null ? null : rung.peakBytes() / BYTES_OF_MEGABYTE),
                rung.fit().relativeGap(),
                rung.certified() ? " certified" : "          ",
                rung.fit().kkt(),
                rung.fit().primal(),
                rung.fit().nonzeros(),
                rung.note());
    }

    private static String orDash(String format, Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }

    private void print(String format, Object... values) {
        if (out != null) {
            out.printf(Locale.ROOT, format, values);
            out.flush();
        }
    }
}
