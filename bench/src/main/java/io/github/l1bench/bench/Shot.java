package io.github.l1bench.bench;

import io.github.l1bench.peer.Peer;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Variant;
import java.util.Optional;

/** A solver or a peer, one problem, one target: asked again and again, and certified after every time. */
abstract class Shot implements AutoCloseable {
    // More shots of one virtual machine tell less than another machine would.
    private static final double ENOUGH_SECONDS = 1;

    private final Certifier certifier;
    private final ShotTarget target;
    private boolean asked;
    private boolean outOfTime;
    private boolean measured;
    private boolean missed;
    private double measuredSeconds;
    private double lastSeconds;

    Shot(MultinomialProblem problem, ShotTarget target) {
        this.certifier = new Certifier(problem);
        this.target = target;
    }

    /**
     * A shot at {@code target}.
     *
     * @param solver a name, or one with options in brackets; or a peer's
     * @param threads for a solver that has an option of that name; 1 for any other
     * @param target {@link ShotTarget#PUBLISHED}, or a relative gap
     * @param budget seconds after which a shot gives up
     */
    static Shot of(MultinomialProblem problem, String solver, int threads, String target, double budget) {
        Optional<Peer> peer = BenchmarkPeer.named(solver);
        return peer.isPresent()
                ? new PeerShot(problem, peer.get(), ShotTarget.of(problem, target), budget)
                : new SolverShot(problem, ThreadsOption.applied(Variant.parse(solver), threads), target, budget);
    }

    /** Readies a shot. */
    abstract void load();

    /** What is timed: solves, or runs out of time. */
    abstract Object solve();

    /** What came of the last solve, read off the clock. */
    abstract Outcome outcome();

    /** Readies the first solve of a fresh process, where it is not this one. */
    void cool() {
        // a solver is as cold as its virtual machine
    }

    /** Ends and deletes what was made. */
    @Override
    public void close() {
        // nothing
    }

    /**
     * What a solve came to.
     *
     * @param coefficients null where it was out of time and there are none
     * @param seconds that it took
     * @param passes spent, NaN where they are not counted
     * @param taken by the solve
     * @param claimed whether it is said to be certified
     */
    record Outcome(Coefficients coefficients, double seconds, double passes, ThreadAccount taken, boolean claimed) {}

    /** Whether its first solve takes many times as long as the others, so that a miss of it tells nothing. */
    boolean startsSlowly() {
        return false;
    }

    /**
     * Solves again and again until shots are steady, for {@code seconds} at most, or until the first solve misses its
     * target; the second where it {@link #startsSlowly}. Only these are certified: what the others return is thrown away.
     */
    final void warmUp(double seconds) {
        WarmUp warmUp = new WarmUp(seconds);
        fireAndCertify();
        if (asked && outOfTime && startsSlowly()) {
            outOfTime = false;
            fireAndCertify();
        }
        while (!outOfTime && warmUp.goesOn(lastSeconds)) {
            load();
            fire(true);
            lastSeconds = outcome().seconds();
        }
    }

    private void fireAndCertify() {
        load();
        fire(true);
        certify(new ShotCounters());
    }

    /**
     * What is timed. A solver that was out of time once is not warmed up any longer, and one that was so in a measured
     * shot is not asked again: a time counts only if every shot reaches its target. Nor is it where the shots so far took
     * long enough.
     *
     * @return null where the solver was not asked
     */
    final Object fire(boolean warmUp) {
        measured = !warmUp;
        asked = warmUp ? !outOfTime : !missed && measuredSeconds < ENOUGH_SECONDS;
        return asked ? solve() : null;
    }

    /**
     * Certifies what the last shot returned, into {@code counters}.
     *
     * @throws IllegalStateException if it is claimed to be what it is not
     */
    final void certify(ShotCounters counters) {
        counters.asked = asked ? 1 : 0;
        if (!asked) {
            return;
        }
        Outcome outcome = outcome();
        boolean reached = certify(outcome, counters);
        outOfTime |= !reached;
        lastSeconds = outcome.seconds();
        if (measured) {
            missed |= !reached;
            measuredSeconds += lastSeconds;
        }
    }

    // Whether it has reached its target.
    private boolean certify(Outcome outcome, ShotCounters counters) {
        counters.allocatedBytes = outcome.taken().allocatedBytes();
        counters.processorSeconds = outcome.taken().processorSeconds();
        counters.passes = outcome.passes();
        counters.reached = 0;
        counters.relativeGap = Double.NaN;
        counters.primal = Double.NaN;
        counters.nonzeros = Double.NaN;
        if (outcome.coefficients() == null) {
            return false;
        }
        Certificate certificate = certificate(outcome.coefficients());
        boolean reached = isReachedBy(certificate.primal(), certificate.relativeGap());
        if (!reached && outcome.claimed()) {
            throw new IllegalStateException(this + " claims a relative gap of " + target.text()
                    + " but its certificate says " + certificate.relativeGap());
        }
        counters.reached = reached ? 1 : 0;
        counters.relativeGap = certificate.relativeGap();
        counters.primal = certificate.primal();
        counters.nonzeros = outcome.coefficients().nonzeros();
        return reached;
    }

    /** Of coefficients of the problem. */
    final Certificate certificate(Coefficients coefficients) {
        return certifier.certify(coefficients);
    }

    /** Whether what has that objective and that relative gap reaches the target. */
    final boolean isReachedBy(double primal, double relativeGap) {
        return target.isReachedBy(primal, relativeGap);
    }

    /** Notes that the first shot will miss its target, so that there is nothing to warm up for. */
    final void expectMiss() {
        outOfTime = true;
    }
}
