package io.github.l1bench.bench;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;

/** One solver, one problem, one target: solved again and again, and certified after every time. */
final class Shot {
    static final String PUBLISHED = "published";

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    // More shots of one virtual machine tell less than another machine would.
    private static final int FEWEST_SHOTS = 2;
    private static final double ENOUGH_SECONDS = 1;

    private final MultinomialProblem problem;
    private final Variant variant;
    private final String target;
    private final double publishedObjective;
    private final Stopping stopping;
    private Solution solution;
    private boolean outOfTime;
    private boolean measured;
    private boolean missed;
    private int shots;
    private double measuredSeconds;
    private double allocatedBefore;

    /**
     * Prepares layouts and, for the published target, finds what that run reached.
     *
     * @param solver a name, or one with options in brackets
     * @param threads for a solver that has an option of that name; 1 for any other
     * @param target {@link #PUBLISHED}, or a relative gap
     * @param budget seconds after which a shot gives up
     */
    Shot(MultinomialProblem problem, String solver, int threads, String target, double budget) {
        this.problem = problem;
        this.variant = ThreadsOption.applied(Variant.parse(solver), threads);
        this.target = target;
        Deadline.within(budget, () -> {
            variant.solver().prepare(problem);
            return null;
        });
        if (target.equals(PUBLISHED)) {
            publishedObjective = publishedObjective();
            stopping = untilPublishedObjective(Stopping.afterPasses(NO_LIMIT).withinSeconds(budget));
        } else {
            publishedObjective = Double.NaN;
            stopping = Stopping.atRelativeGap(Double.parseDouble(target)).withinSeconds(budget);
        }
    }

    // There is no rule "objective below"; solvers repeat themselves, so one watched run tells after how many passes the
    // objective is met, and the timed shots run for as many.
    private Stopping untilPublishedObjective(Stopping limit) {
        double[] passes = {NO_LIMIT};
        Monitor watch = moment -> {
            if (problem.objective(moment.coefficients().get()) > publishedObjective) {
                return true;
            }
            passes[0] = Math.max(moment.passes(), Double.MIN_NORMAL);
            return false;
        };
        solve(Request.until(limit).watchedBy(watch));
        return limit.withinPasses(passes[0]);
    }

    private double publishedObjective() {
        Request request = Request.until(Stopping.atRelativeChange(PublishedExample.TOLERANCE));
        return problem.objective(SolverRun.solve(Solvers.named(PublishedExample.SOLVER), problem, request)
                .coefficients());
    }

    private Solution solve(Request request) {
        return Deadline.within(
                request.stopping().maxSeconds(),
                () -> SolverRun.solve(variant.solver(), problem, request.with(variant.options())));
    }

    /** Solves again and again until shots are steady, for {@code seconds} at most, or until a solve is out of time. */
    void warmUp(double seconds) {
        WarmUp warmUp = new WarmUp(seconds);
        ShotCounters ignored = new ShotCounters();
        do {
            load();
            fire(true);
            certify(ignored);
        } while (!outOfTime && warmUp.goesOn(solution.seconds()));
    }

    /** Readies a shot: what is allocated from here on is the shot's. */
    void load() {
        allocatedBefore = Allocation.bytes();
    }

    /**
     * What is timed. A solver that was out of time once is not warmed up any longer, and one that was so in a measured
     * shot is not asked again: a time counts only if every shot reaches its target. Nor is it where the shots so far took
     * long enough.
     *
     * @return null where the solver was not asked
     */
    Solution fire(boolean warmUp) {
        measured = !warmUp;
        boolean enough = shots >= FEWEST_SHOTS && measuredSeconds >= ENOUGH_SECONDS;
        boolean asked = warmUp ? !outOfTime : !missed && !enough;
        solution = asked ? solve(Request.until(stopping)) : null;
        return solution;
    }

    /**
     * Certifies what the last shot returned, into {@code counters}.
     *
     * @throws IllegalStateException if the solver claims what does not hold
     */
    void certify(ShotCounters counters) {
        counters.asked = solution == null ? 0 : 1;
        if (solution == null) {
            return;
        }
        counters.allocatedBytes = Allocation.bytes() - allocatedBefore;
        Certificate certificate = Certificate.of(problem, solution.coefficients());
        boolean reached = reached(certificate);
        if (!reached && solution.status() == Status.CERTIFIED) {
            throw new IllegalStateException(variant + " claims a relative gap of " + target
                    + " but its certificate says " + certificate.relativeGap());
        }
        outOfTime |= !reached;
        if (measured) {
            missed |= !reached;
            measuredSeconds += solution.seconds();
            shots++;
        }
        counters.reached = reached ? 1 : 0;
        counters.passes = solution.passes();
        counters.relativeGap = certificate.relativeGap();
        counters.primal = certificate.primal();
        counters.nonzeros = solution.coefficients().nonzeros();
    }

    private boolean reached(Certificate certificate) {
        return target.equals(PUBLISHED)
                ? certificate.primal() <= publishedObjective * (1 + 1e-12)
                : certificate.relativeGap() <= Double.parseDouble(target);
    }
}
