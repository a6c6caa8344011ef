package io.github.l1bench.overview;

import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.collection.Outcome;
import io.github.l1bench.page.Cell;
import io.github.l1bench.page.Column;
import io.github.l1bench.page.Html;
import io.github.l1bench.page.Table;
import io.github.l1bench.view.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The table of instances: how far each solver is behind the fastest, or why it does not reach the target. */
final class InstanceRows {
    private final Standing standing;
    private final Map<String, String> pages;
    private final List<Integer> rows;
    private final Table<Integer> table;

    /** @param pages the address of each instance's own page, of those that have one */
    InstanceRows(Standing standing, Map<String, String> pages) {
        this.standing = standing;
        this.pages = pages;
        this.rows = IntStream.range(0, standing.instances()).boxed().toList();
        List<Column<Integer>> columns = new ArrayList<>();
        columns.add(Column.<Integer>words("Instance", this::name).filed("instance", i -> facts(i).name()));
        columns.add(Column.<Integer>data("family", i -> facts(i).family()));
        columns.add(number("n", InstanceFacts::samples));
        columns.add(number("p", InstanceFacts::features));
        columns.add(number("K", InstanceFacts::classes));
        columns.add(Column.<Integer>number(
                        "Density", i -> facts(i).density(), i -> Quantity.digits(100 * facts(i).density(), 2) + " %")
                .filed("density", i -> facts(i).density()));
        columns.add(Column.<Integer>number(
                        "λ / λmax",
                        i -> facts(i).instance().ratio(),
                        i -> share(facts(i).instance().ratio()))
                .filed("ratio", i -> facts(i).instance().ratio()));
        for (int s = 0; s < standing.solvers().size(); s++) {
            int solver = s;
            String name = standing.solvers().get(s);
            columns.add(Column.<Integer>numbers(name, i -> cell(i, solver))
                    .filed(name, i -> standing.profile().ratios()[i][solver]));
        }
        this.table = new Table<>("Instances", "matrix sortable instances", columns);
    }

    private Column<Integer> number(String name, ToIntFunction<InstanceFacts> value) {
        return Column.<Integer>number(
                        name, i -> value.applyAsInt(facts(i)), i -> Quantity.count(value.applyAsInt(facts(i))))
                .filed(name, i -> value.applyAsInt(facts(i)));
    }

    // As people write it: 0.0001, and 1e-7 where there would be more noughts.
    private static String share(double ratio) {
        BigDecimal shown = BigDecimal.valueOf(ratio).stripTrailingZeros();
        return ratio >= 1e-6 ? shown.toPlainString() : shown.toString().toLowerCase(Locale.ROOT);
    }

    private InstanceFacts facts(int instance) {
        return standing.view().instances().get(instance);
    }

    private Cell name(int instance) {
        InstanceFacts facts = facts(instance);
        return new Cell(null, null, facts.title(), "", html -> link(html, instance, facts.name(), "name"))
                .small(facts.family());
    }

    private void link(Html html, int instance, String words, String kind) {
        String page = pages.get(facts(instance).name());
        html.element(page == null ? "span" : "a", words, "href", page, "class", kind);
    }

    private Cell cell(int instance, int solver) {
        double ratio = standing.profile().ratios()[instance][solver];
        String name = standing.solvers().get(solver);
        if (!Double.isFinite(ratio)) {
            return new Cell(
                            "num none",
                            "",
                            reason(standing.view(), facts(instance).name(), name),
                            "",
                            html -> link(html, instance, Quantity.NONE, "to"))
                    .small(brief(standing.view(), facts(instance).name(), name));
        }
        String shown = Quantity.times(ratio);
        return new Cell(
                        ratio == 1 ? "num best" : "num",
                        Double.toString(ratio),
                        null,
                        "",
                        html -> link(html, instance, shown, "to"))
                .small(standing.measure().words(standing.costs()[instance][solver])
                        + (isDisturbed(standing.view(), facts(instance).name(), name) ? ", disturbed" : ""));
    }

    /** Whether something else kept the machine busy when a solver was run. */
    static boolean isDisturbed(CollectionView view, String instance, String solver) {
        return view.outcome(instance, solver).filter(Outcome::disturbed).isPresent();
    }

    /** Why a solver did not reach every target, in a few words; empty where it was run and reached them all. */
    static String brief(CollectionView view, String instance, String solver) {
        return view.outcome(instance, solver).map(InstanceRows::brief).orElse("not run");
    }

    private static String brief(Outcome outcome) {
        if (outcome.failed()) {
            return "failed";
        }
        return outcome.comparesTimes() ? "gap " + Quantity.small(outcome.finalGap()) : "does not compare";
    }

    /** The same in a sentence. */
    static String reason(CollectionView view, String instance, String solver) {
        return view.outcome(instance, solver).map(InstanceRows::reason).orElse("it was not run here");
    }

    private static String reason(Outcome outcome) {
        if (outcome.failed()) {
            return "failed: " + outcome.failure();
        }
        String end = outcome.status() + " after " + Quantity.seconds(outcome.finalSeconds()) + " at a relative gap of "
                + Quantity.small(outcome.finalGap());
        return outcome.comparesTimes()
                ? end
                : "seconds do not compare" + outcome.made().origin().mark() + ": " + end;
    }

    void write(Html html) {
        table.write(html, rows, i -> facts(i).name());
    }

    String csv() {
        return table.csv(rows);
    }

    /** Ratios alone. */
    String latex() {
        List<Column<Integer>> columns = new ArrayList<>();
        columns.add(Column.text("Instance", i -> facts(i).name()));
        for (int s = 0; s < standing.solvers().size(); s++) {
            int solver = s;
            columns.add(Column.numbers(standing.solvers().get(s), i -> {
                double ratio = standing.profile().ratios()[i][solver];
                return Cell.text(Double.isFinite(ratio) ? Quantity.times(ratio) : Quantity.NONE);
            }));
        }
        return new Table<>("Instances", "plain", columns).latex(rows);
    }
}
