package io.github.l1bench.bench;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.peer.ClimbLimit;
import io.github.l1bench.peer.Peer;
import io.github.l1bench.peer.PeerException;
import io.github.l1bench.peer.ProblemFolder;
import io.github.l1bench.peer.Solved;
import io.github.l1bench.peer.Worker;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.MultinomialProblem;
import java.io.IOException;

/**
 * A peer that is timed: one fit by the loosest rung of its ladder that reaches the target, which a climb finds before.
 * What is timed is the round trip; handing over, writing and certifying are off the clock.
 */
final class PeerShot extends Shot {
    // Fits take together so many times as long as one may take. Rungs take longer and longer, so that one within its
    // time seldom comes after as much.
    private static final double MOST_FITS = 10;

    private final Peer peer;
    private final double budget;
    private final ProblemFolder folder;
    private final String setting;
    private Worker worker;
    private Solved solved;

    /**
     * Hands over the problem, and climbs what neither the run nor an earlier fork has climbed.
     *
     * @throws IllegalStateException in one sentence, if the peer fails
     */
    PeerShot(MultinomialProblem problem, Peer peer, ShotTarget target, double budget) {
        super(problem, target);
        this.peer = peer;
        this.budget = budget;
        try {
            folder = ProblemFolder.of(problem);
        } catch (IOException e) {
            throw new IllegalStateException("the problem for " + peer + " cannot be written: " + e.getMessage(), e);
        }
        setting = climb(new KnownRungs(peer, problem, budget));
    }

    // Without one that reaches the target, the last that was tried: it misses.
    private String climb(KnownRungs known) {
        String last = "";
        ClimbLimit limit = new ClimbLimit(MOST_FITS * budget);
        for (String setting : peer.ladder().settings()) {
            if (limit.isReached()) {
                break;
            }
            last = setting;
            if (known.get(setting) == null) {
                known.note(setting, run(setting));
            }
            KnownRungs.Rung rung = known.get(setting);
            if (rung.isOutOfTime()) {
                break;
            }
            if (isReachedBy(rung.primal(), rung.relativeGap())) {
                return setting;
            }
            limit.note(setting, rung.seconds(), rung.relativeGap());
        }
        expectMiss();
        return last;
    }

    private KnownRungs.Rung run(String setting) {
        load();
        solve(setting);
        Outcome outcome = outcome();
        if (outcome.coefficients() == null) {
            return KnownRungs.Rung.outOfTime(budget);
        }
        Certificate certificate = certificate(outcome.coefficients());
        return new KnownRungs.Rung(outcome.seconds(), certificate.primal(), certificate.relativeGap());
    }

    /** Starts a worker where none runs. */
    @Override
    void load() {
        if (worker == null || !worker.isAlive()) {
            cool();
        }
    }

    @Override
    void cool() {
        try {
            if (worker != null) {
                worker.close();
            }
            worker = Worker.start(peer);
            worker.load(folder);
        } catch (PeerException e) {
            throw failed(e.getMessage(), e);
        }
    }

    @Override
    Object solve() {
        solve(setting);
        return solved;
    }

    // None where it is out of time.
    private void solve(String rung) {
        solved = null;
        try {
            solved = worker.solve(rung, PublishedExample.SEED, budget);
        } catch (PeerException e) {
            if (!e.isOutOfTime()) {
                throw failed("at " + rung + " it " + e.getMessage(), e);
            }
        }
    }

    @Override
    Outcome outcome() {
        if (solved == null) {
            return new Outcome(null, budget, Double.NaN, ThreadAccount.UNKNOWN, false);
        }
        try {
            return new Outcome(
                    worker.answer().coefficients(),
                    solved.roundTripSeconds(),
                    Double.NaN,
                    ThreadAccount.UNKNOWN,
                    false);
        } catch (PeerException | IOException e) {
            throw failed(e.getMessage(), e);
        }
    }

    // Nobody closes what JMH has seen fail.
    private IllegalStateException failed(String reason, Exception cause) {
        close();
        return new IllegalStateException(peer + " " + reason, cause);
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
        folder.close();
    }

    /** The rung that is timed. */
    String setting() {
        return setting;
    }

    @Override
    public String toString() {
        return peer.name();
    }
}
