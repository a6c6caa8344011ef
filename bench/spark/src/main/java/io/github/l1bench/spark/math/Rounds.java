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
    private static final double START_SECONDS = 600;
    // Of the rows on the driver: half a gigabyte.
    private static final long MOST_NONZEROS = 10_000_000;
    // With fewer rows for each weight a sample is fitted, and not what all rows are like.
    private static final int FEW = 5;
    // What a start's gradient misses is likelier to be in the support than what a step's misses.
    static final double SHARE_AT_START = 0.9;

    private final Cluster cluster;
    private final Settings settings;
    private final Consumer<Round> watcher;
    private final long began = System.nanoTime();
    private final Facts facts;
    private final long mostRows;
    private List<RowSample.SampleRow> rows;
    private MultinomialProblem sample;
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
        this.mostRows =
                Math.min(settings.driverRows(), MOST_NONZEROS / Math.max(1, summary.nonzeros / summary.samples));
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
        Coefficients start = facts.nullModel();
        if (lambda < facts.lambdaMax()) {
            start = ofSample(lambda, start, START_GAP);
            if (isFitted(start)) { // steps will want these rows too
                enlargeSample();
                start = ofSample(lambda, start, isWhole() ? settings.gap() / 2 : START_GAP);
            }
        }
        return fromSample(lambda, start);
    }

    private Outcome fromSample(double lambda, Coefficients start) {
        Certifier certifier = new Certifier(sample(lambda));
        certifier.gap(start, START_GAP);
        boolean isZero = start.nonzeros() == 0;
        return descend(lambda, isZero ? facts.nullModel() : refitted(start, certifier), certifier.gradient());
    }

    private boolean isFitted(Coefficients start) {
        return FEW * start.nonzeros() > rows.size();
    }

    private Coefficients ofSample(double lambda, Coefficients start, double gap) {
        Request request = Request.until(Stopping.atRelativeGap(gap).withinSeconds(START_SECONDS))
                .from(start);
        return SolverRun.solve(Solvers.named("prox-newton"), sample(lambda), request)
                .coefficients();
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
        if (isFitted(start) && lambda < facts.lambdaMax()) {
            enlargeSample();
            if (isWhole()) {
                return fromSample(lambda, ofSample(lambda, start, settings.gap() / 2));
            }
        }
        double[][] known = gradient != null ? gradient : new double[facts.classes()][facts.features()];
        return descend(lambda, start.copy(), known);
    }

    /** What one round finds at {@code coefficients}, from which no step is made. */
    public Round look(double lambda, Coefficients coefficients) {
        return new Descent(this, lambda, coefficients, new double[facts.classes()][facts.features()]).look();
    }

    private Outcome descend(double lambda, Coefficients start, double[][] gradient) {
        return new Descent(this, lambda, start, gradient).run();
    }

    MultinomialProblem sample(double lambda) {
        if (sample == null) {
            sample = RowSample.problem(rows, facts.standardization(), facts.classes(), lambda);
        }
        return sample.lambda() == lambda ? sample : sample.withLambda(lambda);
    }

    /** Brings as many rows to the driver as it holds, about, in one round, unless they are there. */
    void enlargeSample() {
        if (rows.size() >= 0.9 * Math.min(mostRows, facts.samples())) {
            return;
        }
        long limit = RowSample.limit(mostRows, facts.samples());
        spent++;
        rows = cluster.sum(block -> RowSample.of(block, Integer.MAX_VALUE, limit))
                .rows();
        sample = null;
    }

    /** Whether the driver has all rows. */
    boolean isWhole() {
        return rows.size() == facts.samples();
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
