package io.github.l1bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The published example's run as other people's program makes it on this machine, held against the same run by a solver
 * of the suite: same rows, same rule to stop, same seed.
 *
 * @param peer label of the program's cell
 * @param version of the program, in its worker's words
 * @param setting what it was told
 * @param note what it said
 * @param solver label of the cell that replays its run
 * @param follows the program that the solver follows, with its version
 * @param epochs of the solver
 * @param quantities what both came to
 * @param same whether every quantity agrees in every digit that is compared, {@value #DIGITS}
 */
public record Replay(
        String peer,
        String version,
        String setting,
        String note,
        String solver,
        String follows,
        int epochs,
        List<Quantity> quantities,
        boolean same) {
    /** How many digits are compared: what is beyond may be the rounding of another order of additions. */
    public static final int DIGITS = 10;

    private static final int MOST_DIGITS = 16;

    /**
     * One number of both.
     *
     * @param name what it is
     * @param theirs by the program
     * @param ours by the solver
     * @param digits to how many significant digits they agree, {@value #MOST_DIGITS} where they are equal
     */
    public record Quantity(String name, double theirs, double ours, int digits) {
        static Quantity of(String name, double theirs, double ours) {
            return new Quantity(name, theirs, ours, digits(theirs, ours));
        }

        private static int digits(double a, double b) {
            if (a == b) {
                return MOST_DIGITS;
            }
            double apart = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
            return Double.isNaN(apart) ? 0 : (int) Math.max(0, Math.min(MOST_DIGITS, Math.floor(-Math.log10(apart))));
        }

        /** Whether they agree in every digit that is compared. */
        public boolean same() {
            return digits >= DIGITS;
        }
    }

    /** Every replay that {@code run} has, in the order of its cells. */
    static List<Replay> of(RunResult run) {
        Optional<CellResult> ours = run.cells().stream()
                .filter(cell -> cell.published() && !cell.isPeer() && !cell.failed() && cell.sameProblem())
                .findFirst();
        List<Replay> replays = new ArrayList<>();
        ours.ifPresent(solver -> run.cells().stream()
                .filter(cell -> cell.isPeer() && cell.peer().published() != null && cell.sameProblem())
                .forEach(cell -> replays.add(of(cell, solver))));
        return List.copyOf(replays);
    }

    private static Replay of(CellResult peer, CellResult solver) {
        Rung theirs = peer.peer().published();
        Fit a = theirs.fit();
        Fit b = solver.fit();
        List<Quantity> quantities = new ArrayList<>();
        quantities.add(Quantity.of("objective P", a.primal(), b.primal()));
        quantities.add(Quantity.of("nonzero weights", a.nonzeros(), b.nonzeros()));
        quantities.add(Quantity.of("zeros in percent", a.sparsityPercent(), b.sparsityPercent()));
        quantities.add(Quantity.of("training accuracy", a.trainAccuracy(), b.trainAccuracy()));
        if (a.testAccuracy() != null && b.testAccuracy() != null) {
            quantities.add(Quantity.of("test accuracy", a.testAccuracy(), b.testAccuracy()));
        }
        return new Replay(
                peer.label(),
                peer.peer().version(),
                theirs.setting(),
                theirs.note(),
                solver.label(),
                solver.reference(),
                solver.epochs(),
                List.copyOf(quantities),
                quantities.stream().allMatch(Quantity::same));
    }
}
