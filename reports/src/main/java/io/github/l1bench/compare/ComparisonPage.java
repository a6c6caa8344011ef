package io.github.l1bench.compare;

import io.github.l1bench.page.Column;
import io.github.l1bench.page.Html;
import io.github.l1bench.page.Notices;
import io.github.l1bench.page.Page;
import io.github.l1bench.page.Table;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.view.ProvenanceWords;
import java.util.List;
import java.util.function.Function;

/** The page of two runs side by side. */
final class ComparisonPage {
    private final Comparison comparison;
    private final RunResult before;
    private final RunResult after;
    private final ComparisonTables tables;

    ComparisonPage(Comparison comparison) {
        this.comparison = comparison;
        this.before = comparison.before().run();
        this.after = comparison.after().run();
        this.tables = new ComparisonTables(comparison);
    }

    String render() {
        Html html = new Html().open("main");
        Notices.write(html, after);
        html.open("header", "class", "summary");
        html.element("p", "Comparison · " + before.id() + " → " + after.id(), "class", "eyebrow");
        html.open("h1").text(comparison.headline()).close("h1");
        html.element(
                "p",
                "Ratios are after / before, below 1 is faster; the processor's leave out what threads waited for one. A "
                        + "change counts where either is significant at 5 %, by a hierarchical bootstrap over forks and "
                        + "shots, of ten forks and more by ranks, corrected for the number of tests after Holm; where "
                        + "the two contradict each other, the clock decides.",
                "class",
                "lede");
        comparison.remarks().forEach(remark -> html.element("p", remark, "class", "notice quiet"));
        html.close("header");
        times(html);
        results(html);
        provenance(html);
        html.close("main");
        return Page.sortable("Comparison of " + before.id() + " and " + after.id(), html);
    }

    private void times(Html html) {
        if (comparison.times().isEmpty()) {
            return;
        }
        html.open("section").element("h2", "Times");
        tables.times().write(html, comparison.times());
        html.close("section");
    }

    private void results(Html html) {
        html.open("section").element("h2", "Results");
        tables.results().write(html, comparison.cells());
        html.element("p", "Where a number changed, it stands behind the earlier one.", "class", "note")
                .close("section");
    }

    private void provenance(Html html) {
        List<Column<Fact>> columns = List.of(
                Column.text("", Fact::name),
                Column.text("Before", fact -> fact.of().apply(before)),
                Column.text("After", fact -> fact.of().apply(after)));
        html.open("section").element("h2", "How they were made");
        new Table<>("How they were made", "plain runs", columns).write(html, FACTS);
        html.close("section");
    }

    private record Fact(String name, Function<RunResult, String> of) {}

    private static final List<Fact> FACTS = List.of(
            new Fact("Run", RunResult::id),
            new Fact("Date", run -> run.provenance().created()),
            new Fact(
                    "Revision", run -> ProvenanceWords.revision(run.provenance().revision())),
            new Fact("Java", run -> run.provenance().java()),
            new Fact("JVM flags", run -> String.join(" ", run.provenance().flags())),
            new Fact("Kernels", run -> run.provenance().kernels()),
            new Fact(
                    "Processor",
                    run -> run.provenance().cpu() + ", cores: "
                            + run.provenance().cores()),
            new Fact("System", run -> run.provenance().os()),
            new Fact("Load at start", run -> "" + run.provenance().load()),
            new Fact("Command", run -> run.provenance().command()));
}
