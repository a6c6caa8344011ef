package io.github.l1bench.page;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.PathPoint;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.StudyView;
import io.github.l1bench.view.Target;
import io.github.l1bench.view.TargetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that documents quote, as the reference run has them, between marks of the documents. */
final class DocumentedNumbers {
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- numbers: (\\w+) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);
    private static final String REACHED_BY_ALL = "warm";
    // Seconds, of TimeToTarget.
    private static final double DEFAULT_BUDGET = 3;

    private final RunView view;

    DocumentedNumbers(RunView view) {
        this.view = view;
    }

    /** {@code document} with every block of numbers written anew. */
    String written(String document) {
        return BLOCK.matcher(document)
                .replaceAll(block ->
                        Matcher.quoteReplacement(block.group(1) + block(block.group(2)) + "\n" + block.group(4)));
    }

    private String block(String name) {
        return switch (name) {
            case "published" -> published();
            case "times" -> times();
            default -> throw new IllegalArgumentException("no numbers are called " + name);
        };
    }

    private String published() {
        CellResult run = published(view);
        Fit exact = view.study().orElseThrow().optimum().fit();
        StudyView study = view.study().orElseThrow();
        PathPoint match = study.match();
        return String.format(
                Locale.ROOT,
                "*The published run (%s, tol %s, seed %d): %d epochs, %.2f %% zeros, test accuracy %.4f. The exact answer of the\n"
                        + "same problem has P = %.6f, %d nonzero weights (%.2f %% zeros) and a test accuracy of %.4f; the exact answer of\n"
                        + "another, lambda = %.2g, has about as many zeros as the example prints, %.2f %%, and %.4f.*",
                run.solver(),
                PublishedExample.TOLERANCE,
                PublishedExample.SEED,
                run.epochs(),
                run.fit().sparsityPercent(),
                run.fit().testAccuracy(),
                exact.primal(),
                exact.nonzeros(),
                exact.sparsityPercent(),
                exact.testAccuracy(),
                match.lambda(),
                match.fit().sparsityPercent(),
                match.fit().testAccuracy());
    }

    static CellResult published(RunView view) {
        return view.cells().stream().filter(CellResult::published).findFirst().orElseThrow();
    }

    private String times() {
        List<Target> targets = view.times().main();
        List<Target> cold = view.times().all().stream()
                .map(TargetTime::target)
                .distinct()
                .filter(target -> target.start().equals("cold") && target.name().equals("1e-6"))
                .toList();
        StringBuilder text = new StringBuilder(introduction());
        text.append("\n\n| solver |");
        targets.forEach(target -> text.append(' ').append(heading(target)).append(" |"));
        cold.forEach(target -> text.append(" 1e-6, fresh JVM |"));
        text.append("\n|---|")
                .append("---|".repeat(targets.size() + cold.size()))
                .append('\n');
        List<String> fastestFirst =
                view.timedSolvers().stream().sorted(view.times().fastestFirst()).toList();
        List<String> slow = new ArrayList<>();
        for (String solver : fastestFirst) {
            if (targets.stream().noneMatch(target -> reaches(solver, target))) {
                slow.add("`" + solver + "`");
                continue;
            }
            text.append("| `").append(solver).append("` |");
            targets.forEach(
                    target -> text.append(' ').append(time(solver, target)).append(" |"));
            cold.forEach(target -> text.append(' ').append(time(solver, target)).append(" |"));
            text.append('\n');
        }
        if (!slow.isEmpty()) {
            text.append("\nIn time for none: ").append(String.join(", ", slow)).append(".\n");
        }
        return text.append("\n    ").append(command()).toString();
    }

    private String command() {
        double budget = view.times().all().stream()
                .mapToDouble(TargetTime::budgetSeconds)
                .max()
                .orElseThrow();
        String own = budget == DEFAULT_BUDGET
                ? ""
                : String.format(Locale.ROOT, " \"-Djmh.args=TimeToTarget -p start=warm,cold -p budget=%.0f\"", budget);
        return "mvn verify -Pbench -Ppeers,peers-large" + own;
    }

    private boolean reaches(String solver, Target target) {
        return view.times().all().stream()
                .anyMatch(time -> time.solver().equals(solver) && time.target().equals(target) && time.reached());
    }

    private String introduction() {
        TargetTime any = view.times().all().stream()
                .filter(time -> time.reached() && time.target().start().equals(REACHED_BY_ALL))
                .findFirst()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "On MNIST (n = %,d, p = %d, K = %d, lambda = %s, seed %d), warm, one thread;\n"
                        + "%d cores of %s, Java %s, shared with others, so read ratios. Means of the\n"
                        + "reference run, %s, with their 95 %% intervals over forks. A time counts only because the\n"
                        + "result's certificate holds.",
                view.run().data().trainRows(),
                view.run().data().features(),
                view.run().data().classes(),
                view.run().lambda(),
                view.run().seed(),
                view.run().provenance().cores(),
                view.run().provenance().cpu(),
                view.run().provenance().java().replaceAll("[.,].*", ""),
                Quantity.repetitions(any.shots()).replaceAll(", not steady.*", ""));
    }

    private static String heading(Target target) {
        return target.isGap() ? "certified " + target.name() : "as good as the published run";
    }

    private String time(String solver, Target target) {
        return view.times().of(solver, target).map(DocumentedNumbers::time).orElse(Quantity.NONE);
    }

    private static String time(TargetTime time) {
        if (!time.reached()) {
            return time.shortfall()
                    .replace("not reached within", ">")
                    .replace(" of the solves", "")
                    .replace('\u00a0', ' ');
        }
        String interval = Quantity.interval(time.interval(), time.seconds());
        return (Quantity.seconds(time.seconds()) + (interval.isEmpty() ? "" : " (" + interval + ")"))
                .replace('\u00a0', ' ');
    }
}
