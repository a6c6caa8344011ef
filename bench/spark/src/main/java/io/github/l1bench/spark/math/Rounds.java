package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.Standardization;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Stopping;
import java.util.List;
import java.util.function.Consumer;

/**
 * Solves problems on the rows of one cluster: the data are summarised in one round, then every penalty is solved in as few
 * rounds as it takes. Holds what the driver knows; one object per thread.
 */
public final class Rounds {
    // The start is no better than its sample is like all rows.
    private static final double START_GAP = 1e-2;
    private static final double START_SECONDS = 60;
    // What a start's gradient misses is likelier to be in the support than what a step's misses.
    static final double SHARE_AT_START = 0.9;

    private final Cluster cluster;
    private final Settings settings;
    private final Consumer<Round> watcher;
    private final long began = System.nanoTime();
    private final Facts facts;
    private List<RowSample.SampleRow> rows;
    private int spent = 1;

    /**
     * Summarises the data, in one round.
     *
     * @param watcher is told of every round
     * @throws IllegalArgumentException in one sentence, if a class has no row
     */
    public Rounds(Cluster cluster, Settings settings, Consumer<Round> watcher) {
        this.cluster = cluster;
        this.settings = settings;
        this.watcher = watcher;
        int wanted = settings.sampleRows();
        Summary summary = cluster.sum(block -> Summary.of(block, wanted));
        this.facts = Facts.of(summary);
        this.rows = summary.sample.rows();
    }

    /** Rows n. */
    public long samples() {
        return facts.samples();
    }

    /** Rows of each class. */
    public long[] counts() {
        return facts.counts().clone();
    }

    /** Means and population standard deviations of the features. */
    public Standardization standardization() {
        return facts.standardization();
    }

    /** The smallest penalty at which all weights are zero. */
    public double lambdaMax() {
        return facts.lambdaMax();
    }

    /** Rounds so far, the summary among them. */
    public int spent() {
        return spent;
    }

    /**
     * Minimises P(W, b) under {@code lambda}, starting from the solution of a sample of the rows.
     *
     * @throws IllegalArgumentException if lambda is no positive number
     */
    public Outcome solve(double lambda) {
        MultinomialProblem sample = sample(lambda);
        Certifier certifier = new Certifier(sample);
        Coefficients start = facts.nullModel();
        if (lambda < facts.lambdaMax()) {
            Request request = Request.until(Stopping.atRelativeGap(START_GAP).withinSeconds(START_SECONDS));
            start = SolverRun.solve(Solvers.named("prox-newton"), sample, request)
                    .coefficients();
        }
        certifier.gap(start, START_GAP);
        boolean isZero = start.nonzeros() == 0;
        return descend(lambda, isZero ? facts.nullModel() : refitted(start, certifier), certifier.gradient());
    }

    private static Coefficients refitted(Coefficients start, Certifier certifier) {
        return new Coefficients(start.weights(), certifier.intercept().clone());
    }

    /**
     * The same from a start of one's own, such as the solution under a larger penalty or what a run that died had reached.
     *
     * @param gradient X'R / n there, K rows of p, or a guess of it; null where nothing is known
     */
    public Outcome solve(double lambda, Coefficients start, double[][] gradient) {
        if (start.classes() != facts.classes() || start.features() != facts.features()) {
            throw new IllegalArgumentException("the start has " + start.features() + " features and " + start.classes()
                    + " classes, the data have " + facts.features() + " and " + facts.classes());
        }
        double[][] known = gradient != null ? gradient : new double[facts.classes()][facts.features()];
        return descend(lambda, start.copy(), known);
    }

    private Outcome descend(double lambda, Coefficients start, double[][] gradient) {
        return new Descent(this, lambda, start, gradient).run();
    }

    MultinomialProblem sample(double lambda) {
        return RowSample.problem(rows, facts.standardization(), facts.classes(), lambda);
    }

    /** Brings about {@code wanted} rows to the driver, in one round, unless as many are there. */
    void enlargeSample(int wanted) {
        if (rows.size() >= 0.9 * Math.min(wanted, facts.samples())) {
            return;
        }
        long limit = RowSample.limit(wanted, facts.samples());
        spent++;
        rows = cluster.sum(block -> RowSample.of(block, Integer.MAX_VALUE, limit))
                .rows();
    }

    Answer ask(Question question) {
        spent++;
        return cluster.sum(question);
    }

    Facts facts() {
        return facts;
    }

    Settings settings() {
        return settings;
    }

    void tell(Round round) {
        watcher.accept(round);
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
