package io.github.l1bench.report;

import io.github.l1bench.figure.Mark;
import io.github.l1bench.figure.WeightMaps;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.JmhRows;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A run with JMH's timings of it: what every section, figure and table of its page reads. */
final class RunView {
    private final RunResult raw;
    private final RunResult run;
    private final Optional<StudyView> study;
    private final List<JmhRow> scores;
    private final List<TargetTime> times;
    private final Map<String, Mark> marks;
    private final Map<String, CellSnapshots> snapshots;
    private final List<CellResult> cells;
    private final RunView whole;
    private final List<String> remarks;

    RunView(RunResult run, List<JmhRow> scores) {
        this(run, scores, Optional.empty(), RunSnapshots.NONE, List.of());
    }

    /** @param remarks what around JMH's measurements may have spoilt them */
    RunView(
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
        this.times = scores.stream()
                .filter(s -> s.className().equals(TargetTime.BENCHMARK) && ofThisProblem(s.params()))
                .map(TargetTime::of)
                .toList();
        this.marks = marks();
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
        this.marks = whole.marks;
        this.cells = whole.cells.stream().filter(c -> c.solver().equals(solver)).toList();
        this.whole = whole;
    }

    /** Reads a run and, where they exist, JMH's result, the study and the snapshots beside it. */
    static RunView read(RunFolder folder) throws IOException {
        RunResult run = folder.run();
        JmhRows times = folder.jmh(run);
        return new RunView(
                run,
                times.all(),
                folder.study(run).map(study -> new StudyView(run, study)),
                folder.snapshots(run),
                times.provenance().equals(run.provenance()) ? List.of() : times.provenance().remarks());
    }

    /** What around JMH's measurements may have spoilt them, a sentence each. */
    List<String> remarks() {
        return remarks;
    }

    /** The same with the cells of {@code solver} alone; colours, scales, bounds and rankings stay those of the run. */
    RunView only(String solver) {
        return new RunView(this, solver);
    }

    /** Whether this is only a part of a run. */
    boolean isPart() {
        return whole != this;
    }

    /** The solvers that have cells, each once. */
    List<String> solvers() {
        return cells.stream().map(CellResult::solver).distinct().toList();
    }

    /** How the weights of {@code cell} came about, where that was recorded. */
    Optional<CellSnapshots> snapshots(CellResult cell) {
        return Optional.ofNullable(snapshots.get(cell.label()));
    }

    /** When the support of {@code cell} became that of its result, and stayed so. */
    Settling settling(CellResult cell) {
        return Settling.of(cell, snapshots(cell));
    }

    /** Whether a timing with these parameters is of the problem that was run; one that names no data or penalty is. */
    private boolean ofThisProblem(Map<String, String> params) {
        return isOfThisData(params) && isLambda(params.getOrDefault("lambda", Double.toString(run.lambda())));
    }

    /** Whether a timing with these parameters is of this run's data; one that names none is. */
    boolean isOfThisData(Map<String, String> params) {
        String data = params.getOrDefault("data", "auto");
        return data.equals("auto") || data.equals(run.data().name());
    }

    private boolean isLambda(String text) {
        try {
            return Double.parseDouble(text) == run.lambda();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Map<String, Mark> marks() {
        List<String> registry = Solvers.all().stream().map(Solver::name).toList();
        List<String> variants = Stream.concat(
                        run.cells().stream().map(CellResult::solver),
                        scores.stream().map(Origins::solver))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return Mark.assign(registry, variants);
    }

    /** The run as it is shown, with marks in the names of its cells. */
    RunResult run() {
        return run;
    }

    /** The run as its file tells it. */
    RunResult raw() {
        return raw;
    }

    /** The study of the published example, where one was made with this run. */
    Optional<StudyView> study() {
        return study;
    }

    List<JmhRow> scores() {
        return scores;
    }

    List<CellResult> cells() {
        return cells;
    }

    /** Cells that have a result. */
    List<CellResult> solved() {
        return cells.stream().filter(c -> !c.failed()).toList();
    }

    /** The colour of a cell's solver; dotted where the cell is its replay of the published rule. */
    Mark mark(CellResult cell) {
        Mark mark = marks.get(cell.solver());
        return cell.published() && !isMain(cell) ? mark.dotted() : mark;
    }

    Mark mark(String solver) {
        return marks.getOrDefault(solver, Mark.NEUTRAL);
    }

    /** Names and marks of {@code cells}, for a legend. */
    Map<String, Mark> legend(List<CellResult> cells) {
        Map<String, Mark> legend = new LinkedHashMap<>();
        cells.forEach(cell -> legend.put(cell.label(), mark(cell)));
        return legend;
    }

    /** The cell that stands for its solver: the first that asked for a gap, or the only one. */
    Optional<CellResult> mainCell(String solver) {
        List<CellResult> own =
                cells.stream().filter(c -> c.solver().equals(solver)).toList();
        return own.stream()
                .filter(c -> !c.published())
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    boolean isMain(CellResult cell) {
        return mainCell(cell.solver()).orElseThrow() == cell;
    }

    /** All timings of this run's data. */
    List<TargetTime> times() {
        return times;
    }

    /** The targets that stand in the table of solvers: each target once, as it was run warm on one thread. */
    List<Target> targets() {
        Map<String, Target> byName = new LinkedHashMap<>();
        times.stream()
                .map(TargetTime::target)
                .sorted(Target.ORDER)
                .forEach(target -> byName.merge(target.name(), target, RunView::preferred));
        return byName.values().stream().sorted(Target.ORDER).toList();
    }

    private static Target preferred(Target a, Target b) {
        return rank(b) < rank(a) ? b : a;
    }

    private static int rank(Target target) {
        int threads = target.threads().isEmpty() || target.threads().equals("1") ? 0 : 2;
        return threads + (target.start().isEmpty() || target.start().equals("warm") ? 0 : 1);
    }

    /**
     * All targets by the manner in which they were timed: that of {@link #targets} under the empty name, and then cold
     * starts and other numbers of threads.
     */
    Map<String, List<Target>> targetsByManner() {
        List<Target> main = targets();
        Map<String, List<Target>> manners = new LinkedHashMap<>();
        if (!main.isEmpty()) {
            manners.put("", main);
        }
        times.stream()
                .map(TargetTime::target)
                .distinct()
                .filter(target -> !main.contains(target))
                .sorted(Target.ORDER)
                .forEach(target -> manners.computeIfAbsent(target.manner(), m -> new ArrayList<>())
                        .add(target));
        return manners;
    }

    Optional<TargetTime> time(String solver, Target target) {
        return times.stream()
                .filter(t -> t.solver().equals(solver) && t.target().equals(target))
                .findFirst();
    }

    /** The timings of {@code target} that reached it, the fastest first; foreign ones are not ranked. */
    List<TargetTime> ranking(Target target) {
        return times.stream()
                .filter(t -> t.target().equals(target) && t.reached() && !t.foreign())
                .sorted(Comparator.comparingDouble(TargetTime::seconds))
                .toList();
    }

    /** Solvers that JMH timed, in the order of the cells, others after them. */
    List<String> timedSolvers() {
        Set<String> timed = new LinkedHashSet<>();
        times.forEach(t -> timed.add(t.solver()));
        List<String> ordered = new ArrayList<>(solvers());
        ordered.retainAll(timed);
        if (!isPart()) {
            timed.removeAll(ordered);
            ordered.addAll(timed);
        }
        return ordered;
    }

    /** The sweeps over sizes that JMH ran. */
    List<Scaling> scaling() {
        return Scaling.all(scores);
    }

    /** The largest certified lower bound of P* that any cell found. */
    double bestBound() {
        return whole.solved().stream()
                .filter(cell -> cell.origin().map(Origin::sameProblem).orElse(true))
                .flatMapToDouble(cell -> DoubleStream.concat(
                        DoubleStream.of(cell.fit().dual()),
                        cell.trace().stream().mapToDouble(p -> p.fit().dual())))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    /** Cells whose weights can be drawn as pictures. */
    List<CellResult> drawable() {
        return run.data().isImage()
                ? solved().stream().filter(c -> c.coef() != null).toList()
                : List.of();
    }

    /** The limit of the colour scale that all cells share. */
    double weightLimit() {
        return whole.drawable().stream()
                .mapToDouble(c -> WeightMaps.largest(c.coef()))
                .max()
                .orElse(1);
    }

    /** What the data are and how large, for subtitles; the title of data that are not MNIST says so. */
    String dataCaption() {
        String size = Quantity.count(run.data().trainRows()) + " × "
                + Quantity.count(run.data().features()) + ", " + run.data().classes() + " classes, λ = " + run.lambda();
        return run.data().title() + " · " + size;
    }
}
