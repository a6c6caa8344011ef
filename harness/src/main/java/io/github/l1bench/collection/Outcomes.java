package io.github.l1bench.collection;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.TracePoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** What an instance's run says about its solvers. */
final class Outcomes {
    private static final Optima OPTIMA = Optima.shipped();

    private Outcomes() {}

    /** Of every cell of {@code run}, in its order. */
    static List<Outcome> of(Instance instance, RunResult run) {
        return run.cells().stream()
                .map(cell -> of(instance, cell, made(cell, run)))
                .toList();
    }

    private static Outcome of(Instance instance, CellResult cell, Made made) {
        Fit last = cell.fit();
        return new Outcome(
                instance.name(),
                cell.label(),
                cell.isPeer(),
                cell.asksTheSame(),
                repeats(cell),
                first(cell, TracePoint::seconds),
                first(cell, TracePoint::passes),
                last.relativeGap(),
                cell.seconds(),
                cell.status(),
                cell.failure(),
                made);
    }

    /** The same, each with where it was made, for a collection that several machines have run. */
    static List<Outcome> withMachines(Instance instance, RunResult run) {
        return run.cells().stream()
                .map(cell -> of(
                        instance,
                        cell,
                        (cell.made() == null ? Made.repeated(1) : cell.made())
                                .from(cell.origin().orElse(null), run.provenance(cell))))
                .toList();
    }

    // Where and when it was made stands in the run's own folder; here it is told of results of other runs only.
    private static Made made(CellResult cell, RunResult run) {
        boolean own = cell.origin().map(Origin::run).orElse(run.id()).equals(run.id());
        Made made = cell.made();
        return made == null || !own ? made : made.from(null, null);
    }

    private static int repeats(CellResult cell) {
        if (cell.isPeer()) {
            return cell.peer().rungs().isEmpty()
                    ? 0
                    : cell.peer().last().seconds().size();
        }
        return cell.made() == null ? 1 : cell.made().repeats();
    }

    // Of the first point at which the certificate holds, whatever it says of later ones.
    private static List<Double> first(CellResult cell, ToDoubleFunction<TracePoint> value) {
        return Gaps.LADDER.stream()
                .map(gap -> cell.failed()
                        ? Double.POSITIVE_INFINITY
                        : cell.trace().stream()
                                .filter(point -> point.fit().relativeGap() <= gap)
                                .findFirst()
                                .map(value::applyAsDouble)
                                .orElse(Double.POSITIVE_INFINITY))
                .toList();
    }

    /** What {@code instance} turned out to be. */
    static InstanceFacts facts(Instance instance, RunResult run) {
        List<Fit> fits = run.cells().stream()
                .filter(cell -> !cell.failed() && cell.asksTheSame())
                .map(CellResult::fit)
                .toList();
        Optional<Fit> best = fits.stream().min(Comparator.comparingDouble(Fit::primal));
        // Of generated data more is known than this run has found.
        Optional<Optimum> optimum = OPTIMA.of(run.data().sha256(), run.lambda());
        double primal = best.map(Fit::primal).orElse(Double.POSITIVE_INFINITY);
        boolean stored = optimum.filter(o -> o.primal() < primal).isPresent();
        return new InstanceFacts(
                instance,
                run.data().title(),
                run.data().sha256(),
                run.data().trainRows(),
                run.data().features(),
                run.data().classes(),
                run.data().nonzeroPercent() / 100,
                run.data().isImage(),
                run.lambdaMax(),
                run.lambda(),
                stored ? optimum.get().nonzeros() : best.map(Fit::nonzeros).orElse(0),
                stored ? optimum.get().primal() : best.map(Fit::primal).orElse(Double.NaN),
                DoubleStream.concat(
                                optimum.stream().mapToDouble(Optimum::dual),
                                fits.stream().mapToDouble(Fit::dual))
                        .max()
                        .orElse(Double.NaN));
    }
}
