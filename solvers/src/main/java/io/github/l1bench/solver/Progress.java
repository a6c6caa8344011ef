package io.github.l1bench.solver;

import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Gap;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The bookkeeping of one run: work done, time spent, whether a rule to stop holds. A solver reports every iteration
 * here and is told whether to go on; the status of the run is what this object saw, not what the solver says. The
 * products with the problem's design that a solver asks for are counted as they are made; it reports what else it does.
 */
public final class Progress {
    // A first-order solver looks at the certificate after this many passes, or this share of those done so far.
    private static final double LOOK_EVERY = 10;
    private static final double LOOK_SHARE = 0.1;

    private final MultinomialProblem problem;
    private final Request request;
    private final Stopping stopping;
    // Made at the first look, which some solvers never ask for.
    private Certifier certifier;
    private final Team team;
    private final Meter meter;
    private long clockStart;
    private int iterations;
    private double nextLook;
    private double lastComparison;
    private double[][] previousWeights;
    private Status status;

    /** @param problem one that reports its products to {@code meter} */
    Progress(MultinomialProblem problem, Request request, Team team, Meter meter) {
        this.team = team;
        this.meter = meter;
        this.problem = problem;
        this.request = request;
        this.stopping = request.stopping();
        // A warm start may be the optimum already, so it is looked at after one iteration.
        this.nextLook = request.start().isPresent() ? 0 : LOOK_EVERY;
        this.clockStart = request.nanoTime().getAsLong();
    }

    /** Shows the start to the monitor; returns whether an iteration may follow. */
    boolean begin() {
        return watch(this::origin) || stop(Status.MONITOR);
    }

    /** A copy of the start that the caller wishes, or else the null model. */
    Coefficients origin() {
        return request.start().map(Coefficients::copy).orElseGet(problem::nullModel);
    }

    /** Values of the solver's options. */
    public Options options() {
        return request.options();
    }

    /**
     * The threads that share this run's work: the caller alone, unless the solver declares {@link Option#THREADS} and is
     * given more. It is closed for the solver.
     */
    public Team team() {
        return team;
    }

    /** Where to start, if the caller has a wish. Do not modify. */
    public Optional<Coefficients> start() {
        return request.start();
    }

    /** The rules to stop, for a solver that adapts its inner accuracy to them. */
    public Stopping stopping() {
        return stopping;
    }

    /** Passes so far, looks included. */
    public double passes() {
        return meter.passes();
    }

    /** Seconds so far, without those spent in monitors. */
    public double seconds() {
        return (request.nanoTime().getAsLong() - clockStart) * 1e-9;
    }

    /**
     * Ends an iteration and applies every rule, looking at the certificate every few passes. What a first-order solver
     * calls.
     *
     * @param current makes a copy of the current coefficients, or an array-backed view that the caller does not change
     *     before this method returns
     * @return whether another iteration may follow
     */
    public boolean goOn(Supplier<Coefficients> current) {
        if (!withinLimits(current)) {
            return false;
        }
        if (stopping.relativeGap().isPresent() && passes() >= nextLook) {
            boolean done = certified(current);
            nextLook = passes() + Math.max(LOOK_EVERY, LOOK_SHARE * passes());
            return !done && withinBudget();
        }
        return true;
    }

    /**
     * Ends an iteration and applies every rule but the certificate. For a solver that knows by itself when a look is
     * worth its cost, and then calls {@link #certified}.
     */
    public boolean withinLimits(Supplier<Coefficients> current) {
        iterations++;
        if (!watch(current)) {
            return stop(Status.MONITOR);
        }
        if (stopping.relativeChange().isPresent() && changedLittle(current)) {
            return stop(Status.RELATIVE_CHANGE);
        }
        return withinBudget();
    }

    /**
     * Adds work that the solver does by itself, with rows or columns of the design, in passes. Products of
     * {@link io.github.l1bench.problem.Design#products} and looks are counted without.
     *
     * @throws IllegalArgumentException if it is negative or not a finite number
     */
    public void spend(double work) {
        meter.add(work);
    }

    /**
     * Looks at the certificate, for one pass, where a gap was asked for; returns whether that ends the run, because the
     * gap is reached or because all that is left of it is rounding.
     */
    public boolean certified(Supplier<Coefficients> current) {
        if (stopping.relativeGap().isEmpty()) {
            return false;
        }
        look(current.get(), stopping.relativeGap().getAsDouble());
        return isOver();
    }

    /**
     * Looks at the certificate of {@code current}, for one pass, and ends the run where a gap was asked for and is
     * reached, or is rounding and is not. For a solver that goes on from what the look computes, in {@link #certifier}, and
     * returns {@code current} where {@link #isOver}.
     *
     * @param target the relative gap that the look is to be sharp enough for
     */
    public Gap look(Coefficients current, double target) {
        // As a run returns them: where intercepts are large, the last digits that centring costs may cost a gap.
        Gap gap = certifier().gap(current.withCenteredIntercept(), target);
        judge(gap);
        return gap;
    }

    /** The one that looks, which can be asked for what it computed on the way; its products are counted. */
    public Certifier certifier() {
        if (certifier == null) {
            certifier = new Certifier(problem, team);
        }
        return certifier;
    }

    void judge(Gap gap) {
        if (stopping.relativeGap().isPresent()) {
            double target = stopping.relativeGap().getAsDouble();
            if (gap.isWithin(target)) {
                stop(Status.CERTIFIED);
            } else if (gap.isUnresolved(target)) {
                stop(Status.PRECISION_LIMIT);
            }
        }
    }

    /** Whether a rule has ended the run. */
    public boolean isOver() {
        return status != null;
    }

    /**
     * Looks at the start that the caller wishes, for one pass, where there is one and a gap was asked for; returns
     * whether it is to be returned as it is. For solvers whose first iteration may lead away from it.
     */
    public boolean startSuffices() {
        if (start().isEmpty()) {
            return false;
        }
        nextLook = LOOK_EVERY;
        return certified(this::origin);
    }

    private boolean withinBudget() {
        if (passes() >= stopping.maxPasses()) {
            return stop(Status.PASS_LIMIT);
        }
        if (seconds() >= stopping.maxSeconds()) {
            return stop(Status.TIME_LIMIT);
        }
        return true;
    }

    private boolean stop(Status why) {
        status = why;
        return false;
    }

    private boolean watch(Supplier<Coefficients> current) {
        if (request.monitor() == Monitor.NONE) {
            return true;
        }
        long before = request.nanoTime().getAsLong();
        boolean wish =
                request.monitor().goOn(new Monitor.Moment(passes(), iterations, (before - clockStart) * 1e-9, current));
        clockStart += request.nanoTime().getAsLong() - before;
        return wish;
    }

    // Over one epoch: iterations cheaper than a pass are gathered until they make one.
    private boolean changedLittle(Supplier<Coefficients> current) {
        if (passes() - lastComparison < 1 - 1e-9) {
            return false;
        }
        lastComparison = passes();
        double[][] weights = current.get().weights();
        if (previousWeights == null) {
            previousWeights = request.start()
                    .map(s -> s.copy().weights())
                    .orElseGet(() -> new double[problem.classes()][problem.features()]);
        }
        double change = 0;
        double largest = 0;
        for (int k = 0; k < weights.length; k++) {
            for (int j = 0; j < weights[k].length; j++) {
                change = Math.max(change, Math.abs(weights[k][j] - previousWeights[k][j]));
                largest = Math.max(largest, Math.abs(weights[k][j]));
            }
            System.arraycopy(weights[k], 0, previousWeights[k], 0, weights[k].length);
        }
        return change <= stopping.relativeChange().getAsDouble() * largest;
    }

    Solution finish(Coefficients coefficients) {
        double seconds = seconds();
        Status ended = status == null ? Status.STALLED : status;
        return new Solution(coefficients.withCenteredIntercept(), ended, passes(), iterations, seconds);
    }
}
