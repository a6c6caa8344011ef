package io.github.l1bench.page;

import io.github.l1bench.problem.Penalty;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.StudyResult;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.view.StudyView;
import io.github.l1bench.view.TargetTime;
import java.util.ArrayList;
import java.util.List;

/** The tables that stand beside a page as files. */
final class Csv {
    private record Point(CellResult cell, TracePoint at) {}

    /** A line of a study: of a run, a frame, a penalty or an L2-penalised model. */
    private record Part(
            String part,
            long seed,
            Integer epochs,
            Double lambda,
            Double c,
            String solver,
            Boolean met,
            Fit fit,
            Double objective,
            Double train,
            Double test,
            Double ratio) {}

    private Csv() {}

    /** One line for each point of each trace. */
    static String traces(List<CellResult> cells) {
        List<Column<Point>> columns = List.of(
                Column.data("label", p -> p.cell().label()),
                Column.data("passes", p -> p.at().passes()),
                Column.data("epochs", p -> p.at().epochs()),
                Column.data("seconds", p -> p.at().seconds()),
                Column.data("primal", p -> p.at().fit().primal()),
                Column.data("dual", p -> p.at().fit().dual()),
                Column.data("relativeGap", p -> p.at().fit().relativeGap()),
                Column.data("nonzeros", p -> p.at().fit().nonzeros()),
                Column.data("sparsityPercent", p -> p.at().fit().sparsityPercent()),
                Column.data("testAccuracy", p -> p.at().fit().testAccuracy()));
        List<Point> points = cells.stream()
                .flatMap(cell -> cell.trace().stream().map(at -> new Point(cell, at)))
                .toList();
        return new Table<>("Traces", "plain", columns).csv(points);
    }

    /** One line for each run, frame, penalty and L2-penalised model of a study; what has no meaning there is empty. */
    static String study(StudyView view) {
        List<Column<Part>> columns = List.of(
                Column.data("part", Part::part),
                Column.data("seed", Part::seed),
                Column.data("epochs", Part::epochs),
                Column.data("lambda", Part::lambda),
                Column.data("c", Part::c),
                Column.data("solver", Part::solver),
                Column.data("met", Part::met),
                Column.data("objective", Part::objective),
                Column.data("relativeGap", p -> p.fit() == null ? null : p.fit().relativeGap()),
                Column.data("nonzeros", p -> p.fit() == null ? null : p.fit().nonzeros()),
                Column.data(
                        "sparsityPercent", p -> p.fit() == null ? null : p.fit().sparsityPercent()),
                Column.data("trainAccuracy", Part::train),
                Column.data("testAccuracy", Part::test),
                Column.data("lambdaRatio", Part::ratio));
        return new Table<>("Study", "plain", columns).csv(parts(view));
    }

    private static List<Part> parts(StudyView view) {
        StudyResult study = view.study();
        long seed = study.seed();
        Penalty penalty = view.run().penalty();
        List<Part> parts = new ArrayList<>();
        // Each split has a lambda max of its own.
        study.stopped()
                .forEach(s -> parts.add(part(
                        "stopped", s.seed(), s.epochs(), penalty, study.published(), s.met(), s.fit(), null, null)));
        study.frames()
                .forEach(f -> parts.add(part(
                        "frame",
                        seed,
                        f.epochs() > 0 ? f.epochs() : null,
                        penalty,
                        f.solver(),
                        null,
                        f.fit(),
                        null,
                        penalty.ratio())));
        study.path()
                .forEach(p -> parts.add(part(
                        "path",
                        seed,
                        null,
                        view.penalty(p),
                        p.solver(),
                        null,
                        p.fit(),
                        p.fit().trainAccuracy(),
                        view.penalty(p).ratio())));
        study.l2()
                .forEach(l -> parts.add(new Part(
                        "L2",
                        seed,
                        null,
                        null,
                        l.c(),
                        null,
                        null,
                        null,
                        l.objective(),
                        l.trainAccuracy(),
                        l.testAccuracy(),
                        null)));
        return parts;
    }

    private static Part part(
            String part,
            long seed,
            Integer epochs,
            Penalty penalty,
            String solver,
            Boolean met,
            Fit fit,
            Double train,
            Double ratio) {
        return new Part(
                part,
                seed,
                epochs,
                penalty.lambda(),
                penalty.c(),
                solver,
                met,
                fit,
                fit.primal(),
                train,
                fit.testAccuracy(),
                ratio);
    }

    /** One line for each timing to a target. */
    static String times(List<TargetTime> times) {
        List<Column<TargetTime>> columns = List.of(
                Column.data("solver", TargetTime::solver),
                Column.data("target", t -> t.target().name()),
                Column.data("data", t -> t.target().data()),
                Column.data("start", t -> t.target().start()),
                Column.data("threads", t -> t.target().threads()),
                Column.data("reachedShare", TargetTime::reachedShare),
                Column.data("seconds", TargetTime::seconds),
                Column.data("low95", t -> t.interval().low()),
                Column.data("high95", t -> t.interval().high()),
                Column.data("forks", t -> t.shots().forks()),
                Column.data("shots", t -> t.shots().count()),
                Column.data("processorSeconds", TargetTime::processorSeconds),
                Column.data("passes", TargetTime::passes),
                Column.data("relativeGap", TargetTime::relativeGap),
                Column.data("fromRun", TargetTime::reusedFrom),
                Column.data("failure", TargetTime::failure));
        return new Table<>("Times", "plain", columns).csv(times);
    }
}
