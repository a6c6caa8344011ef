package io.github.l1bench.page;

import io.github.l1bench.problem.Penalty;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.StudyResult;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.StudyView;
import io.github.l1bench.view.TargetTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page's tables as comma-separated values (RFC 4180), all digits kept. */
final class Csv {
    private final StringBuilder out = new StringBuilder();

    private Csv(String... columns) {
        row((Object[]) columns);
    }

    private Csv row(Object... values) {
        out.append(Stream.of(values).map(Csv::field).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String field(Object value) {
        String text = Objects.toString(value, "");
        return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** One line for each cell. */
    static String cells(RunView view) {
        Csv csv = new Csv(
                "label",
                "solver",
                "status",
                "met",
                "failure",
                "epochs",
                "passes",
                "seconds",
                "primal",
                "dual",
                "gap",
                "relativeGap",
                "kkt",
                "nonzeros",
                "sparsityPercent",
                "trainAccuracy",
                "testAccuracy",
                "fromRun",
                "foreign",
                "disturbance");
        for (CellResult c : view.cells()) {
            csv.row(
                    c.label(),
                    c.solver(),
                    c.status(),
                    c.met(),
                    c.failure(),
                    c.epochs(),
                    c.passes(),
                    c.seconds(),
                    c.fit().primal(),
                    c.fit().dual(),
                    c.fit().gap(),
                    c.fit().relativeGap(),
                    c.fit().kkt(),
                    c.fit().nonzeros(),
                    c.fit().sparsityPercent(),
                    c.fit().trainAccuracy(),
                    c.fit().testAccuracy(),
                    c.origin().map(Origin::run).orElse(""),
                    c.origin().map(Origin::foreign).orElse(""),
                    c.made() == null ? "" : c.made().disturbance());
        }
        return csv.out.toString();
    }

    /** One line for each point of each trace. */
    static String traces(List<CellResult> cells) {
        Csv csv = new Csv(
                "label",
                "passes",
                "epochs",
                "seconds",
                "primal",
                "dual",
                "relativeGap",
                "nonzeros",
                "sparsityPercent",
                "testAccuracy");
        for (CellResult cell : cells) {
            for (TracePoint p : cell.trace()) {
                csv.row(
                        cell.label(),
                        p.passes(),
                        p.epochs(),
                        p.seconds(),
                        p.fit().primal(),
                        p.fit().dual(),
                        p.fit().relativeGap(),
                        p.fit().nonzeros(),
                        p.fit().sparsityPercent(),
                        p.fit().testAccuracy());
            }
        }
        return csv.out.toString();
    }

    /** One line for each run, frame, penalty and L2-penalised model of a study; what has no meaning there is empty. */
    static String study(StudyView view) {
        StudyResult study = view.study();
        Penalty penalty = view.run().penalty();
        Csv csv = new Csv(
                "part",
                "seed",
                "epochs",
                "lambda",
                "c",
                "solver",
                "met",
                "objective",
                "relativeGap",
                "nonzeros",
                "sparsityPercent",
                "trainAccuracy",
                "testAccuracy",
                "lambdaRatio");
        String published = study.published();
        study.stopped()
                .forEach(s -> csv.row(
                        "stopped",
                        s.seed(),
                        s.epochs(),
                        penalty.lambda(),
                        penalty.c(),
                        published,
                        s.met(),
                        s.fit().primal(),
                        s.fit().relativeGap(),
                        s.fit().nonzeros(),
                        s.fit().sparsityPercent(),
                        null,
                        s.fit().testAccuracy(),
                        null)); // each split has a lambda max of its own
        study.frames()
                .forEach(f -> csv.row(
                        "frame",
                        study.seed(),
                        f.epochs() > 0 ? f.epochs() : null,
                        penalty.lambda(),
                        penalty.c(),
                        f.solver(),
                        null,
                        f.fit().primal(),
                        f.fit().relativeGap(),
                        f.fit().nonzeros(),
                        f.fit().sparsityPercent(),
                        null,
                        f.fit().testAccuracy(),
                        penalty.ratio()));
        study.path()
                .forEach(p -> csv.row(
                        "path",
                        study.seed(),
                        null,
                        p.lambda(),
                        view.penalty(p).c(),
                        p.solver(),
                        null,
                        p.fit().primal(),
                        p.fit().relativeGap(),
                        p.fit().nonzeros(),
                        p.fit().sparsityPercent(),
                        p.fit().trainAccuracy(),
                        p.fit().testAccuracy(),
                        view.penalty(p).ratio()));
        study.l2()
                .forEach(l -> csv.row(
                        "L2",
                        study.seed(),
                        null,
                        null,
                        l.c(),
                        null,
                        null,
                        l.objective(),
                        null,
                        null,
                        null,
                        l.trainAccuracy(),
                        l.testAccuracy(),
                        null));
        return csv.out.toString();
    }

    /** One line for each timing to a target. */
    static String times(List<TargetTime> times) {
        Csv csv = new Csv(
                "solver",
                "target",
                "data",
                "start",
                "threads",
                "reachedShare",
                "seconds",
                "low95",
                "high95",
                "forks",
                "shots",
                "passes",
                "relativeGap",
                "fromRun",
                "failure");
        for (TargetTime t : times) {
            csv.row(
                    t.solver(),
                    t.target().name(),
                    t.target().data(),
                    t.target().start(),
                    t.target().threads(),
                    t.reachedShare(),
                    t.seconds(),
                    t.interval().low(),
                    t.interval().high(),
                    t.shots().forks(),
                    t.shots().count(),
                    t.passes(),
                    t.relativeGap(),
                    t.reusedFrom(),
                    t.failure());
        }
        return csv.out.toString();
    }
}
