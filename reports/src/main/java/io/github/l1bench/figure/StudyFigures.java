package io.github.l1bench.figure;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.figure.PlaneChart.Axis;
import io.github.l1bench.figure.PlaneChart.Dots;
import io.github.l1bench.figure.PlaneChart.Note;
import io.github.l1bench.figure.PlaneChart.Rule;
import io.github.l1bench.figure.PlaneChart.Symbol;
import io.github.l1bench.figure.PlaneChart.Trail;
import io.github.l1bench.result.Frame;
import io.github.l1bench.result.L2Fit;
import io.github.l1bench.result.PathPoint;
import io.github.l1bench.result.StoppedRun;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.view.ClassCaption;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.StudyView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The figures of a study. */
public final class StudyFigures {
    public static final String FILMSTRIP = "filmstrip";
    public static final String SPREAD = "published-runs";
    public static final String TRADE_OFF = "sparsity-against-accuracy";

    private static final String ZEROS = "zero weights, %";
    private static final String CORRECT = "test accuracy, %";
    private static final int HEIGHT = 400;

    private final StudyView view;
    private final String subtitle;
    private final int width;
    private final int narrower;
    private final Mark published;
    private final Mark path;

    /** @param subtitle of the run's figures, which says what the data are */
    public StudyFigures(StudyView view, String subtitle) {
        this.view = view;
        this.subtitle = subtitle;
        this.width = 528;
        this.narrower = 310;
        List<String> registry = Solvers.all().stream().map(Solver::name).toList();
        String first = view.pathSolvers().get(0);
        Map<String, Mark> marks = Mark.assign(registry, List.of(view.study().published(), first));
        this.published = marks.get(view.study().published());
        this.path = marks.get(first);
    }

    /** Every figure by the name of its files. */
    public Map<String, Figure> all() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        String scale = subtitle + " · colours end at ±" + Quantity.digits(view.colorLimit(), 2);
        figures.put(FILMSTRIP, new Figure("The weights of one run, epoch by epoch", scale, List.of(strip()), Map.of()));
        figures.putAll(charts());
        return figures;
    }

    /** The charts alone, without the filmstrip. */
    public Map<String, Figure> charts() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(
                SPREAD, new Figure("The published run over seeds and epochs", subtitle, List.of(spread()), Map.of()));
        figures.put(
                TRADE_OFF,
                new Figure(
                        "Sparsity against accuracy: the certified path and the runs that were stopped",
                        subtitle,
                        List.of(tradeOff(), wholePath()),
                        Map.of()));
        return figures;
    }

    /** The frames alone, on their common scale. */
    public FilmStrip strip() {
        List<FilmStrip.Frame> frames = view.study().frames().stream()
                .map(f -> new FilmStrip.Frame(StudyView.moment(f), List.of(zeros(f), correct(f)), f.coef()))
                .toList();
        return new FilmStrip(
                "Filmstrip",
                frames,
                ClassCaption.words(view.run().data()),
                view.run().data().imageWidth(),
                view.run().data().imageHeight(),
                view.colorLimit());
    }

    private static String zeros(Frame frame) {
        return Quantity.fixed(frame.fit().sparsityPercent(), 2) + " % zeros";
    }

    private static String correct(Frame frame) {
        return Quantity.fixed(100 * frame.fit().testAccuracy(), 2) + " % test accuracy";
    }

    private PlaneChart spread() {
        List<Frame> frames = view.study().frames();
        double[] x = frames.stream().mapToDouble(f -> f.fit().sparsityPercent()).toArray();
        double[] y =
                frames.stream().mapToDouble(f -> 100 * f.fit().testAccuracy()).toArray();
        List<Rule> rules = new ArrayList<>();
        List<Dots> dots = new ArrayList<>(List.of(cloud()));
        List<Note> notes = new ArrayList<>();
        ownRun().ifPresent(dots::add);
        dots.add(new Dots(path, Symbol.DISC, last(x), last(y)));
        if (view.isPublishedSetting()) {
            rules.add(new Rule(PlaneChart.REFERENCE, false, PublishedExample.PRINTED_ROUGHLY, "printed: “~84 %”"));
            dots.add(printed());
            notes.add(new Note(printed().x()[0], printed().y()[0], "printed: 74.57 %, 0.8253"));
        }
        for (int i = 0; i < frames.size(); i++) {
            notes.add(new Note(x[i], y[i], StudyView.moment(frames.get(i))));
        }
        notes.add(crowd());
        return new PlaneChart(
                "",
                width,
                HEIGHT,
                Axis.around(ZEROS, all(cloud().x(), x, published(PublishedExample.PRINTED_ROUGHLY))),
                upward(all(cloud().y(), y, published(100 * PublishedExample.PRINTED.testAccuracy()))),
                rules,
                List.of(new Trail(PlaneChart.QUIET, true, x, y)),
                dots,
                notes);
    }

    // The part of the path where accuracies can be told apart; the other chart shows all of it.
    private PlaneChart tradeOff() {
        double[] x = path(p -> p.fit().sparsityPercent());
        double[] y = path(p -> 100 * p.fit().testAccuracy());
        Frame optimum = view.optimum();
        double[] shown = all(
                cloud().y(),
                published(100 * PublishedExample.PRINTED.testAccuracy()),
                new double[] {
                    100 * optimum.fit().testAccuracy() - 1,
                    100 * view.best().fit().testAccuracy() + 0.5
                },
                view.bestL2()
                        .map(l2 -> new double[] {100 * l2.testAccuracy() + 0.5})
                        .orElse(new double[0]));
        List<Rule> rules = new ArrayList<>();
        view.bestL2().ifPresent(l2 -> rules.add(l2Line(l2)));
        List<Dots> dots = new ArrayList<>(List.of(cloud()));
        dots.add(new Dots(path, Symbol.RING, new double[] {optimum.fit().sparsityPercent()}, new double[] {
            100 * optimum.fit().testAccuracy()
        }));
        PathPoint best = view.best();
        List<Note> notes = new ArrayList<>();
        notes.add(new Note(
                optimum.fit().sparsityPercent(),
                100 * optimum.fit().testAccuracy(),
                "optimum at λ = " + view.run().lambda()));
        notes.add(new Note(
                best.fit().sparsityPercent(),
                100 * best.fit().testAccuracy(),
                "best of the path: λ = " + StudyView.round(best.lambda())));
        if (view.isPublishedSetting()) {
            rules.add(new Rule(PlaneChart.REFERENCE, false, PublishedExample.PRINTED_ROUGHLY, "printed: “~84 %”"));
            dots.add(printed());
            notes.add(new Note(printed().x()[0], printed().y()[0], "printed"));
        }
        notes.add(crowd());
        PathPoint middle = view.study().path().get(view.study().path().size() * 2 / 3);
        notes.add(new Note(middle.fit().sparsityPercent(), 100 * middle.fit().testAccuracy(), "certified path"));
        return new PlaneChart(
                "Where the runs were stopped",
                width,
                HEIGHT,
                Axis.around(ZEROS, all(cloud().x(), x, published(PublishedExample.PRINTED_ROUGHLY))),
                upward(shown),
                rules,
                List.of(new Trail(path, true, x, y)),
                dots,
                notes);
    }

    private PlaneChart wholePath() {
        List<Rule> rules = new ArrayList<>();
        view.bestL2().ifPresent(l2 -> rules.add(l2Line(l2)));
        rules.add(new Rule(PlaneChart.REFERENCE, true, 100 * view.study().majorityAccuracy(), "majority class"));
        double[] x = path(p -> p.fit().sparsityPercent());
        double[] y = path(p -> 100 * p.fit().testAccuracy());
        return new PlaneChart(
                "The whole path, from λmax down",
                narrower,
                HEIGHT,
                Axis.around(ZEROS, all(cloud().x(), x)),
                new Axis(CORRECT, 0, 100),
                rules,
                List.of(new Trail(path, true, x, y)),
                List.of(cloud()),
                List.of());
    }

    private static Rule l2Line(L2Fit l2) {
        return new Rule(
                PlaneChart.REFERENCE,
                true,
                100 * l2.testAccuracy(),
                "L2, C = " + Quantity.digits(l2.c(), 1) + ": " + Quantity.fixed(100 * l2.testAccuracy(), 2) + " %");
    }

    private Dots cloud() {
        List<StoppedRun> runs = view.study().stopped();
        return new Dots(
                published,
                Symbol.DISC,
                runs.stream().mapToDouble(s -> s.fit().sparsityPercent()).toArray(),
                runs.stream().mapToDouble(s -> 100 * s.fit().testAccuracy()).toArray());
    }

    private Optional<Dots> ownRun() {
        return view.ownRun()
                .map(own ->
                        new Dots(published, Symbol.RING, new double[] {own.fit().sparsityPercent()}, new double[] {
                            100 * own.fit().testAccuracy()
                        }));
    }

    // At the dot furthest to the left, where a label has room.
    private Note crowd() {
        StoppedRun leftmost = view.study().stopped().stream()
                .min(Comparator.comparingDouble(s -> s.fit().sparsityPercent()))
                .orElseThrow();
        int seeds = view.study().stopped().size();
        return new Note(
                leftmost.fit().sparsityPercent(),
                100 * leftmost.fit().testAccuracy(),
                seeds + " seeds, stopped at tol " + view.study().tolerance());
    }

    private static Dots printed() {
        return new Dots(
                PlaneChart.INK,
                Symbol.DIAMOND,
                new double[] {PublishedExample.PRINTED.sparsityPercent()},
                new double[] {100 * PublishedExample.PRINTED.testAccuracy()});
    }

    // A value that an axis must hold where the published figures are drawn.
    private double[] published(double value) {
        return view.isPublishedSetting() ? new double[] {value} : new double[0];
    }

    private double[] path(ToDoubleFunction<PathPoint> value) {
        return view.study().path().stream().mapToDouble(value).toArray();
    }

    // Labels need room above the highest point.
    private static Axis upward(double[] values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        return Axis.around(CORRECT, low, high + 0.08 * (high - low));
    }

    private static double[] last(double[] values) {
        return new double[] {values[values.length - 1]};
    }

    private static double[] all(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(DoubleStream::of).toArray();
    }
}
