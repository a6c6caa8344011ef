package io.github.l1bench.view;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.JmhRows;
import io.github.l1bench.run.OwnRows;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** A run with JMH's timings of it: what every section, figure and table of its page reads. */
public final class RunView {
    private final RunResult raw;
    private final RunResult run;
    private final Optional<StudyView> study;
    private final List<JmhRow> scores;
    private final TargetTimes times;
    private final Map<String, CellSnapshots> snapshots;
    private final List<CellResult> cells;
    private final RunView whole;
    private final List<String> remarks;

    public RunView(RunResult run, List<JmhRow> scores) {
        this(run, scores, Optional.empty(), RunSnapshots.NONE, List.of());
    }

    /** @param remarks what around JMH's measurements may have spoilt them */
    public RunView(
            RunResult raw,
            List<JmhRow> scores,
            Optional<StudyView> study,
            RunSnapshots snapshots,
            List<String> remarks) {
        this.remarks = remarks;
        this.raw = raw;
        this.run = Origins.named(raw);
        this.study = study;
        this.snapshots = byLabel(snapshots);
        this.cells = run.cells();
        this.whole = this;
        this.scores = scores;
        OwnRows own = new OwnRows(run);
        this.times = new TargetTimes(
                scores.stream()
                        .filter(s -> s.className().equals(Benchmarks.TIME_TO_TARGET) && own.isOfProblem(s))
                        .map(TargetTime::of)
                        .toList(),
                solversWhere(cell -> !cell.asksTheSame()));
    }

    private Map<String, CellSnapshots> byLabel(RunSnapshots recorded) {
        Map<String, CellSnapshots> byLabel = new HashMap<>();
        for (int i = 0; i < raw.cells().size(); i++) {
            String label = run.cells().get(i).label();
            recorded.of(raw.cells().get(i)).ifPresent(own -> byLabel.put(label, own));
        }
        return byLabel;
    }

    private RunView(RunView whole, String solver) {
        this.remarks = whole.remarks;
        this.raw = whole.raw;
        this.run = whole.run;
        this.study = Optional.empty();
        this.snapshots = whole.snapshots;
        this.scores = whole.scores;
        this.times = whole.times;
        this.cells = whole.cells.stream().filter(c -> c.solver().equals(solver)).toList();
        this.whole = whole;
    }

    /** Reads a run and, where they exist, JMH's result, the study and the snapshots beside it. */
    public static RunView read(RunFolder folder) throws IOException {
        RunResult run = folder.run();
        JmhRows times = folder.jmh(run);
        return new RunView(
                run,
                scores(run, times),
                folder.study(run).map(study -> new StudyView(run, study)),
                folder.snapshots(run),
                times.provenance().equals(run.provenance())
                        ? List.of()
                        : times.provenance().remarks());
    }

    /** The same without study and snapshots, which need not be there or fit, for who looks at results and times alone. */
    public static RunView readResults(RunFolder folder) throws IOException {
        RunResult run = folder.run();
        return new RunView(run, scores(run, folder.jmh(run)));
    }

    /** The same under another name. */
    public RunView named(String name) {
        return new RunView(raw.named(name), scores);
    }

    private static List<JmhRow> scores(RunResult run, JmhRows times) {
        return times.all().stream()
                .map(row -> row.beside(run.provenance().kernels()))
                .toList();
    }

    /** What around JMH's measurements may have spoilt them, a sentence each. */
    public List<String> remarks() {
        return remarks;
    }

    /** The same with the cells of {@code solver} alone; colours, scales, bounds and rankings stay those of the run. */
    public RunView only(String solver) {
        return new RunView(this, solver);
    }

    /** Whether this is only a part of a run. */
    public boolean isPart() {
        return whole != this;
    }

    /** The solvers that have cells, each once. */
    public List<String> solvers() {
        return cells.stream().map(CellResult::solver).distinct().toList();
    }

    /** How the weights of {@code cell} came about, where that was recorded. */
    public Optional<CellSnapshots> snapshots(CellResult cell) {
        return Optional.ofNullable(snapshots.get(cell.label()));
    }

    /** When the support of {@code cell} became that of its result, and stayed so. */
    public Settling settling(CellResult cell) {
        return Settling.of(cell, snapshots(cell));
    }

    /** The run as it is shown, with marks in the names of its cells. */
    public RunResult run() {
        return run;
    }

    /** The run as its file tells it. */
    public RunResult raw() {
        return raw;
    }

    /** The study of the published example, where one was made with this run. */
    public Optional<StudyView> study() {
        return study;
    }

    public List<JmhRow> scores() {
        return scores;
    }

    public List<CellResult> cells() {
        return cells;
    }

    /** Cells that have a result. */
    public List<CellResult> solved() {
        return cells.stream().filter(c -> !c.failed()).toList();
    }

    /** Whether other people's programs are among the cells of the run. */
    public boolean hasPeers() {
        return whole.cells.stream().anyMatch(CellResult::isPeer);
    }

    /**
     * Cells that have a result and stand beside each other in charts: all but those of one-vs-rest, whose objective and
     * gap are of another problem. A view of one solver shows all that this has.
     */
    public List<CellResult> charted() {
        return solved().stream()
                .filter(cell -> isPart() || cell.isMultinomial())
                .toList();
    }

    private Set<String> solversWhere(Predicate<CellResult> condition) {
        return cells.stream().filter(condition).map(CellResult::solver).collect(Collectors.toSet());
    }

    /** The cell that stands for its solver: the first that asked for a gap, or the only one. */
    public Optional<CellResult> mainCell(String solver) {
        List<CellResult> own =
                cells.stream().filter(c -> c.solver().equals(solver)).toList();
        return own.stream()
                .filter(c -> !c.published())
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    public boolean isMain(CellResult cell) {
        return mainCell(cell.solver()).orElseThrow() == cell;
    }

    /** All timings of this run's data. */
    public TargetTimes times() {
        return times;
    }

    /** Solvers that JMH timed, in the order of the cells, others after them. */
    public List<String> timedSolvers() {
        Set<String> timed = times.solvers();
        if (!isPart()) {
            timed.removeAll(solversWhere(cell -> !cell.isMultinomial()));
        }
        List<String> ordered = new ArrayList<>(solvers());
        ordered.retainAll(timed);
        if (!isPart()) {
            timed.removeAll(ordered);
            ordered.addAll(timed);
        }
        return ordered;
    }

    /** The sweeps over sizes that JMH ran. */
    public List<Scaling> scaling() {
        return Scaling.all(scores);
    }

    /** The largest certified lower bound that any cell found for {@code cell}'s problem: P*, or that of one-vs-rest. */
    public double bestBound(CellResult cell) {
        return bestBound(cell.isMultinomial());
    }

    /** The largest certified lower bound of P* that any cell found; of a view of one-vs-rest, that of its problem. */
    public double bestBound() {
        return bestBound(isMultinomial());
    }

    private boolean isMultinomial() {
        return !isPart() || cells.stream().allMatch(CellResult::isMultinomial);
    }

    private double bestBound(boolean multinomial) {
        return whole.solved().stream()
                .filter(cell -> cell.isMultinomial() == multinomial)
                .filter(cell -> multinomial
                        ? cell.sameProblem()
                        : cell.origin().map(Origin::sameProblem).orElse(true))
                .flatMapToDouble(cell -> DoubleStream.concat(
                        DoubleStream.of(cell.fit().dual()),
                        cell.trace().stream().mapToDouble(p -> p.fit().dual())))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    /** Cells whose weights can be drawn as pictures. */
    public List<CellResult> drawable() {
        return run.data().isImage()
                ? solved().stream().filter(c -> c.coef() != null).toList()
                : List.of();
    }

    /** Cells whose weights are drawn beside each other, on one scale. */
    public List<CellResult> drawn() {
        List<CellResult> charted = charted();
        return drawable().stream().filter(charted::contains).toList();
    }

    /** The limit of the colour scale that all drawn cells share. */
    public double weightLimit() {
        return weightLimit(isMultinomial());
    }

    /** The limit of the scale that {@code cell} is drawn on. */
    public double weightLimit(CellResult cell) {
        return weightLimit(cell.isMultinomial());
    }

    private double weightLimit(boolean multinomial) {
        return whole.drawable().stream()
                .filter(cell -> cell.isMultinomial() == multinomial)
                .mapToDouble(c -> Weights.largest(c.coef()))
                .max()
                .orElse(1);
    }

    /** What the data are and how large, for subtitles; the title of data that are not MNIST says so. */
    public String dataCaption() {
        String size = Quantity.count(run.data().trainRows()) + " × "
                + Quantity.count(run.data().features()) + ", " + run.data().classes() + " classes, λ = " + run.lambda();
        return run.data().title() + " · " + size;
    }
}
