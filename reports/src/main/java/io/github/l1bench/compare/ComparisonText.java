package io.github.l1bench.compare;

/** A comparison for a terminal. */
final class ComparisonText {
    private final Comparison comparison;

    ComparisonText(Comparison comparison) {
        this.comparison = comparison;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        out.append(comparison.before().run().id())
                .append(" -> ")
                .append(comparison.after().run().id());
        out.append(": ").append(comparison.headline()).append('\n');
        comparison
                .remarks()
                .forEach(remark -> out.append("note: ").append(remark).append('\n'));
        ComparisonTables tables = new ComparisonTables(comparison);
        if (!comparison.times().isEmpty()) {
            out.append('\n').append(tables.times().text(comparison.times()));
        }
        if (!comparison.cells().isEmpty()) {
            out.append('\n').append(tables.results().text(comparison.cells()));
        }
        return out.toString().replace('\u00a0', ' ');
    }
}
