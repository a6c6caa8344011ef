package io.github.l1bench.overview;

import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.figure.Curve;
import io.github.l1bench.figure.Figure;
import io.github.l1bench.figure.LineChart;
import io.github.l1bench.figure.LineChart.Axis;
import io.github.l1bench.figure.Mark;
import io.github.l1bench.figure.RankChart;
import io.github.l1bench.figure.ScatterChart;
import io.github.l1bench.statistics.Ranking;
import io.github.l1bench.view.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The figures of a collection's page as files: those of the target that pages show first. */
final class OverviewFigures {
    private final CollectionView view;
    private final Standing standing;
    private final Standing passes;
    private final Background background;

    OverviewFigures(Standing standing, Background background) {
        this.view = standing.view();
        this.standing = standing;
        this.passes = new Standing(view, Measure.PASSES, view.start());
        this.background = background;
    }

    /** Every figure by the name of its files. */
    Map<String, Figure> all() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("profiles", profiles());
        figures.put("runtime", runtime());
        figures.put("ranking", ranking());
        figures.put("map", map());
        return figures;
    }

    private String subtitle() {
        return "Collection " + view.results().collection() + ", " + Findings.instances(standing.instances())
                + (view.results().quick() ? ", quick run" : "");
    }

    private Figure profiles() {
        Axis share = new Axis("instances, %", false);
        List<LineChart> charts = List.of(
                new LineChart(
                        new Axis("time / least time, τ", true),
                        share,
                        curves(Staircase.profiles(standing), background.profiles(standing))),
                new LineChart(
                        new Axis("passes / fewest passes, τ", true),
                        share,
                        curves(Staircase.profiles(passes), background.profiles(passes))));
        return new Figure(
                "Instances certified to " + Quantity.power(standing.target()) + " within τ times the fastest",
                subtitle(),
                charts,
                legend());
    }

    private Figure runtime() {
        Axis share = new Axis("pairs of instance and target, %", false);
        List<LineChart> charts = List.of(
                new LineChart(
                        new Axis("time, s", true),
                        share,
                        curves(Staircase.runtimes(view, Measure.SECONDS), background.runtimes(Measure.SECONDS))),
                new LineChart(
                        new Axis("passes", true),
                        share,
                        curves(Staircase.runtimes(view, Measure.PASSES), background.runtimes(Measure.PASSES))));
        return new Figure(
                "Targets reached on all instances, against time and passes",
                subtitle() + ", targets " + Quantity.power(view.gaps().get(0)) + " to "
                        + Quantity.power(view.gaps().get(view.gaps().size() - 1)),
                charts,
                legend());
    }

    private List<Curve> curves(List<Staircase> now, List<Staircase> before) {
        return Stream.concat(
                        before.stream().map(stairs -> curve(stairs, background.mark(stairs.solver()))),
                        now.stream().map(stairs -> curve(stairs, view.mark(stairs.solver()))))
                .toList();
    }

    private static Curve curve(Staircase stairs, Mark mark) {
        return new Curve(stairs.solver(), mark, stairs.drawnAt(), stairs.drawnPercent());
    }

    private Map<String, Mark> legend() {
        Map<String, Mark> legend = new LinkedHashMap<>();
        view.solvers().forEach(solver -> legend.put(solver, view.mark(solver)));
        background.legend().forEach(legend::put);
        return legend;
    }

    private Figure ranking() {
        Ranking ranking = standing.ranking();
        List<RankChart.Entry> entries = IntStream.range(0, ranking.meanRanks().length)
                .mapToObj(s -> new RankChart.Entry(
                        standing.solvers().get(s), view.mark(standing.solvers().get(s)), ranking.meanRanks()[s]))
                .toList();
        return new Figure(
                "Mean ranks of time to " + Quantity.power(standing.target()),
                subtitle() + ", " + ranking.blocks() + " data sets. Bars join solvers of which no pair is told "
                        + "apart (signed ranks, Holm, 5 %)",
                List.of(new RankChart(entries, ranking.cliques())),
                Map.of());
    }

    private Figure map() {
        List<ScatterChart> charts =
                List.of(scatter(Trait.SHAPE, Trait.PENALTY), scatter(Trait.UNKNOWNS, Trait.DENSITY));
        Map<String, Mark> winners = standing.rows().stream()
                .filter(row -> row.first() > 0)
                .collect(Collectors.toMap(
                        row -> row.solver() + " (" + row.first() + ")",
                        row -> view.mark(row.solver()),
                        (a, b) -> a,
                        LinkedHashMap::new));
        return new Figure(
                "Who is fastest to " + Quantity.power(standing.target()) + " on which data",
                subtitle() + ". A ring: nobody. Points that would cover each other are moved apart",
                charts,
                winners);
    }

    private ScatterChart scatter(Trait x, Trait y) {
        List<ScatterChart.Point> points = IntStream.range(0, standing.instances())
                .mapToObj(i -> {
                    InstanceFacts facts = view.instances().get(i);
                    int winner = standing.winner(i);
                    Mark mark = winner < 0 ? null : view.mark(standing.solvers().get(winner));
                    return new ScatterChart.Point(
                            x.value().applyAsDouble(facts), y.value().applyAsDouble(facts), mark);
                })
                .toList();
        return new ScatterChart(x.name(), y.name(), points);
    }
}
