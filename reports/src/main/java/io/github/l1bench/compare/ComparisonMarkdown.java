package io.github.l1bench.compare;

import io.github.l1bench.page.Table;
import java.util.List;

/** A comparison as the Markdown that GitHub shows as the summary of a job. */
final class ComparisonMarkdown {
    private final Comparison comparison;
    private final ComparisonTables tables;
    private final StringBuilder out = new StringBuilder();

    ComparisonMarkdown(Comparison comparison) {
        this.comparison = comparison;
        this.tables = new ComparisonTables(comparison);
    }

    @Override
    public String toString() {
        out.setLength(0);
        out.append("### ").append(comparison.isRegression() ? "❌ " : "✅ ");
        out.append(Table.escaped(comparison.before().run().id() + " → "
                        + comparison.after().run().id()))
                .append("\n\n");
        out.append("**").append(Table.escaped(comparison.headline())).append("**\n\n");
        comparison
                .remarks()
                .forEach(
                        remark -> out.append("- ").append(Table.escaped(remark)).append('\n'));
        List<TimeChange> worse = comparison.times().stream()
                .filter(c -> c.verdict().isRegression)
                .toList();
        times(worse);
        results(comparison.cells().stream().filter(CellChange::isRegression).toList());
        out.append("\n<details><summary>All times and results</summary>\n");
        times(comparison.times());
        results(comparison.cells());
        return out.append("\n</details>\n").toString();
    }

    private void times(List<TimeChange> changes) {
        if (!changes.isEmpty()) {
            out.append('\n').append(tables.times().markdown(changes));
        }
    }

    private void results(List<CellChange> changes) {
        if (!changes.isEmpty()) {
            out.append('\n').append(tables.results().markdown(changes));
        }
    }
}
