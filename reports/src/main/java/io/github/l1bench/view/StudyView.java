package io.github.l1bench.view;

import io.github.l1bench.data.DataInfo;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.result.Frame;
import io.github.l1bench.result.L2Fit;
import io.github.l1bench.result.PathPoint;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.StoppedRun;
import io.github.l1bench.result.StudyResult;
import io.github.l1bench.run.RunFolder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A study with its run: what can be said of them, each number computed from them. */
public final class StudyView {
    private final RunResult run;
    private final StudyResult study;

    /**
     * @throws IllegalArgumentException if the study lacks what the page shows of it
     */
    public StudyView(RunResult run, StudyResult study) {
        this.run = run;
        this.study = study;
        boolean complete = !study.stopped().isEmpty()
                && !study.path().isEmpty()
                && !study.frames().isEmpty()
                && study.frames().stream().allMatch(frame -> fits(frame.coef(), run.data()));
        if (!complete) {
            throw new IllegalArgumentException(RunFolder.STUDY + " of run " + run.id()
                    + " lacks runs, penalties or weights that fit its data; delete it, or run again");
        }
    }

    /** The penalty of a point of the path. */
    public Penalty penalty(PathPoint point) {
        return run.penalty().withLambda(point.lambda());
    }

    private static boolean fits(double[][] coef, DataInfo data) {
        return data.isImage()
                && coef != null
                && coef.length == data.classes()
                && Arrays.stream(coef).allMatch(row -> row != null && row.length == data.features());
    }

    public RunResult run() {
        return run;
    }

    public StudyResult study() {
        return study;
    }

    /** Whether this is the published example's problem, so that its printed figures can be held against it. */
    public boolean isPublishedSetting() {
        return PublishedExample.is(run.data(), run.lambda());
    }

    /** Mean, least and largest of something over the stopped runs. */
    public record Spread(double mean, double low, double high) {
        private static Spread of(List<StoppedRun> runs, ToDoubleFunction<StoppedRun> value) {
            double[] values = runs.stream().mapToDouble(value).toArray();
            return new Spread(
                    Arrays.stream(values).average().orElseThrow(),
                    Arrays.stream(values).min().orElseThrow(),
                    Arrays.stream(values).max().orElseThrow());
        }
    }

    /** Zero weights of the stopped runs, in percent. */
    public Spread sparsity() {
        return Spread.of(study.stopped(), s -> s.fit().sparsityPercent());
    }

    /** Test accuracy of the stopped runs. */
    public Spread accuracy() {
        return Spread.of(study.stopped(), s -> s.fit().testAccuracy());
    }

    /** Epochs of the stopped runs. */
    public Spread epochs() {
        return Spread.of(study.stopped(), StoppedRun::epochs);
    }

    /** The stopped run of this run's seed, where it is among them. */
    public Optional<StoppedRun> ownRun() {
        return study.stopped().stream()
                .filter(stopped -> stopped.seed() == run.seed())
                .findFirst();
    }

    /** The certified end of the filmstrip. */
    public Frame optimum() {
        return study.frames().get(study.frames().size() - 1);
    }

    /** The sparsity at which the path is held against the stopped runs: what the example prints, or their mean. */
    public double sparsityToMatch() {
        return isPublishedSetting()
                ? PublishedExample.PRINTED_ROUGHLY
                : sparsity().mean();
    }

    /** The point of the path nearest to {@link #sparsityToMatch}. */
    public PathPoint match() {
        return study.path().stream()
                .min(Comparator.comparingDouble(p -> Math.abs(p.fit().sparsityPercent() - sparsityToMatch())))
                .orElseThrow();
    }

    /** The point of the path with the best test accuracy, the sparsest where several have it. */
    public PathPoint best() {
        return study.path().stream()
                .max(Comparator.comparingDouble((PathPoint p) -> p.fit().testAccuracy())
                        .thenComparing(p -> p.fit().sparsityPercent()))
                .orElseThrow();
    }

    /** The L2-penalised model with the best test accuracy, unless there is none. */
    public Optional<L2Fit> bestL2() {
        return study.l2().stream().max(Comparator.comparingDouble(L2Fit::testAccuracy));
    }

    /** The largest certified relative gap on the path. */
    public double pathGap() {
        return study.path().stream()
                .mapToDouble(p -> p.fit().relativeGap())
                .max()
                .orElseThrow();
    }

    /** The solvers of the path. */
    public List<String> pathSolvers() {
        return study.path().stream().map(PathPoint::solver).distinct().toList();
    }

    /**
     * The limit of the filmstrip's colours: the largest weight of the last frame before the rule stopped the run, so
     * that early frames are not pale beside the optimum.
     */
    public double colorLimit() {
        double stopped = ownRun().map(StoppedRun::epochs).orElse((int) epochs().high());
        Frame last = study.frames().stream()
                .filter(frame -> frame.epochs() > 0 && frame.epochs() <= stopped)
                .reduce((a, b) -> b)
                .orElse(optimum());
        return Weights.largest(last.coef());
    }

    /** When a frame was: {@code after 5 epochs}. */
    public static String moment(Frame frame) {
        return frame.epochs() == 0
                ? "certified optimum"
                : "after " + frame.epochs() + (frame.epochs() == 1 ? " epoch" : " epochs");
    }

    /** Two significant digits of a penalty, without zeros behind them. */
    public static String round(double lambda) {
        String text = Quantity.digits(lambda, 2);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
