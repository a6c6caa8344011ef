package io.github.l1bench.overview;

import io.github.l1bench.statistics.PerformanceProfile;
import io.github.l1bench.statistics.Ranking;
import io.github.l1bench.statistics.Steps;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How the solvers stand to one target by one measure. */
final class Standing {
    private final CollectionView view;
    private final Measure measure;
    private final int gap;
    private final double[][] costs;
    private final List<String> solvers;
    private final PerformanceProfile profile;
    private final Ranking ranking;

    Standing(CollectionView view, Measure measure, int gap) {
        this.view = view;
        this.measure = measure;
        this.gap = gap;
        this.costs = view.costs(measure, gap);
        this.solvers = view.solvers(measure);
        this.profile = PerformanceProfile.of(costs);
        this.ranking = Ranking.of(costs, view.blocks());
    }

    /** By seconds to the target that pages show first. */
    static Standing first(CollectionView view) {
        return new Standing(view, Measure.SECONDS, view.start());
    }

    /**
     * One solver.
     *
     * @param index in the costs' columns
     * @param first on how many instances it is the fastest
     * @param within2 on how many it takes at most twice the time of the fastest
     * @param within10 likewise
     * @param certified on how many it reaches the target
     * @param meanRank over the data sets; NaN without instances
     */
    record Row(int index, String solver, int first, int within2, int within10, int certified, double meanRank) {}

    CollectionView view() {
        return view;
    }

    Measure measure() {
        return measure;
    }

    /** The relative gap that is the target. */
    double target() {
        return view.gaps().get(gap);
    }

    List<String> solvers() {
        return solvers;
    }

    double[][] costs() {
        return costs;
    }

    PerformanceProfile profile() {
        return profile;
    }

    Ranking ranking() {
        return ranking;
    }

    int instances() {
        return costs.length;
    }

    /** The solvers, those first that win most. */
    List<Row> rows() {
        return IntStream.range(0, solvers.size())
                .mapToObj(this::row)
                .sorted(Comparator.comparingInt(Row::first)
                        .thenComparingInt(Row::within2)
                        .thenComparingInt(Row::certified)
                        .reversed())
                .toList();
    }

    private Row row(int solver) {
        Steps steps = profile.of(solver);
        return new Row(
                solver,
                solvers.get(solver),
                count(steps, 1),
                count(steps, 2),
                count(steps, 10),
                steps.reached().length,
                instances() == 0 ? Double.NaN : ranking.meanRanks()[solver]);
    }

    private static int count(Steps steps, double ratio) {
        return (int) Math.round(steps.share(ratio) * steps.count());
    }

    /** The index of the fastest on an instance, the first of equals; -1 where none reaches the target. */
    int winner(int instance) {
        return IntStream.range(0, solvers.size())
                .filter(s -> profile.ratios()[instance][s] == 1)
                .findFirst()
                .orElse(-1);
    }

    /** On how many instances nobody reaches the target. */
    int open() {
        return (int) IntStream.range(0, instances()).filter(i -> winner(i) < 0).count();
    }
}
