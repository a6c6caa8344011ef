package io.github.l1bench.contract;

import io.github.l1bench.problem.MultinomialProblem;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** A problem on which solvers are tried. Its data are made on first demand. */
public final class Fixture {
    /** What may be demanded of whom. */
    enum Difficulty {
        /** Everything of everybody. */
        NONE,
        /** The optimum of exact methods only: it is too badly scaled for others. */
        HARD,
        /** No more than honesty, and numbers that are finite. */
        ABSURD
    }

    /** The relative gap asked for. */
    static final double TARGET = 1e-6;
    // Multiply-adds that a run may spend, so that no fixture takes long; and the passes that make a run worth trying.
    private static final double WORK = 8e7;
    private static final double LEAST_PASSES = 100;
    private static final double MOST_PASSES = 2000;

    private final String name;
    private final Supplier<Sample> source;
    private final double lambda;
    private final boolean shareOfLambdaMax;
    private final OptionalDouble golden;
    private final boolean regular;
    private final Difficulty difficulty;
    private Sample sample;
    private MultinomialProblem dense;
    private MultinomialProblem sparse;

    private Fixture(
            String name,
            Supplier<Sample> source,
            double lambda,
            boolean shareOfLambdaMax,
            OptionalDouble golden,
            boolean regular,
            Difficulty difficulty) {
        this.name = name;
        this.source = source;
        this.lambda = lambda;
        this.shareOfLambdaMax = shareOfLambdaMax;
        this.golden = golden;
        this.regular = regular;
        this.difficulty = difficulty;
    }

    /** A fixture at {@code share} of its lambda max. */
    static Fixture atShare(String name, double share, Supplier<Sample> source) {
        return new Fixture(name, source, share, true, OptionalDouble.empty(), false, Difficulty.NONE);
    }

    /** A fixture at a penalty of its own. */
    static Fixture at(String name, double lambda, Supplier<Sample> source) {
        return new Fixture(name, source, lambda, false, OptionalDouble.empty(), false, Difficulty.NONE);
    }

    /** The same, its optimum's objective being known from elsewhere. */
    Fixture withGolden(double objective) {
        return new Fixture(name, source, lambda, shareOfLambdaMax, OptionalDouble.of(objective), regular, difficulty);
    }

    /** The same, said to be so well conditioned that a small gap means weights close to the optimum's. */
    Fixture regular() {
        return new Fixture(name, source, lambda, shareOfLambdaMax, golden, true, difficulty);
    }

    /** The same, said to be so badly scaled that a method without second derivatives may end without the optimum. */
    Fixture hard() {
        return new Fixture(name, source, lambda, shareOfLambdaMax, golden, regular, Difficulty.HARD);
    }

    /** The same, said to be so extreme that no more than honesty is demanded. */
    Fixture absurd() {
        return new Fixture(name, source, lambda, shareOfLambdaMax, golden, regular, Difficulty.ABSURD);
    }

    /** What it is. */
    public String name() {
        return name;
    }

    /** P* as another program found it, where one has. */
    OptionalDouble golden() {
        return golden;
    }

    /** Whether a small gap means weights close to the optimum's. */
    boolean isRegular() {
        return regular;
    }

    Difficulty difficulty() {
        return difficulty;
    }

    /** The samples; a fixture whose data are not to be had aborts the calling test. */
    synchronized Sample sample() {
        if (sample == null) {
            sample = Objects.requireNonNull(source.get());
        }
        return sample;
    }

    /** The problem, its design stored densely. */
    synchronized MultinomialProblem dense() {
        if (dense == null) {
            MultinomialProblem any = sample().dense(1);
            dense = any.withLambda(shareOfLambdaMax ? lambda * any.lambdaMax() : lambda);
        }
        return dense;
    }

    /** The same problem, its design stored sparsely. */
    synchronized MultinomialProblem sparse() {
        if (sparse == null) {
            sparse = sample().sparse(dense().lambda());
        }
        return sparse;
    }

    /** What a run may spend, in passes. */
    double passes() {
        double work = 2.0 * sample().samples() * sample().features() * sample().classes();
        return Math.min(MOST_PASSES, Math.max(LEAST_PASSES, Math.rint(WORK / work)));
    }

    @Override
    public String toString() {
        return name;
    }
}
