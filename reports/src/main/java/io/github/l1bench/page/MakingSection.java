package io.github.l1bench.page;

import io.github.l1bench.data.ClassWords;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RunView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How it was made: everything that is needed to make it again. */
final class MakingSection {
    private final RunView view;

    MakingSection(RunView view) {
        this.view = view;
    }

    void write(Html html) {
        html.open("section", "id", "making").element("h2", "How it was made");
        html.open("pre", "class", "command")
                .element("code", view.run().provenance().command())
                .close("pre");
        Map<String, String> told = new LinkedHashMap<>();
        data(told, view.run().data());
        provenance(told, view.run().provenance());
        remarks(told, "Around the experiment", view.run().provenance().remarks());
        remarks(told, "Around JMH", view.remarks());
        List<Column<Map.Entry<String, String>>> columns =
                List.of(Column.text("What", Map.Entry::getKey), Column.text("Value", Map.Entry::getValue));
        new Table<>("How it was made", "plain", columns).write(html, told.entrySet());
        html.close("section");
    }

    private void data(Map<String, String> told, DataInfo data) {
        told.put("Run", view.run().id() + (view.run().quick() ? " (quick)" : ""));
        told.put("Data", data.name() + ": " + data.title());
        told.put("Origin", data.origin());
        told.put("SHA-256", data.sha256());
        told.put("Seeds", "run " + view.run().seed() + ", data " + data.seed());
        told.put("Classes", data.classes() + ": " + ClassWords.list(data.labels()));
        told.put("Standardisation", data.standardization());
        Penalty penalty = view.run().penalty();
        told.put("λ", Double.toString(penalty.lambda()));
        told.put("λmax, λ / λmax", penalty.lambdaMax() + ", " + penalty.ratio());
        told.put("C = 1 / (λ n)", Double.toString(penalty.c()));
    }

    private static void remarks(Map<String, String> told, String name, List<String> remarks) {
        if (!remarks.isEmpty()) {
            told.put(name, String.join("; ", remarks));
        }
    }

    private static void provenance(Map<String, String> told, Provenance made) {
        told.put("Date", made.created());
        told.put("Version", made.version());
        told.put("Revision", made.revision() == null ? "outside a checkout" : made.revision());
        told.put("Java", made.java());
        told.put("JVM flags", made.flags().isEmpty() ? "none" : String.join(" ", made.flags()));
        told.put("Heap, at most", Quantity.count(made.maxHeapBytes() >> 20) + " MiB");
        told.put("System", made.os());
        told.put("Processor", made.cpu() + ", " + made.cores() + (made.cores() == 1 ? " core" : " cores"));
        told.put("Load at start", made.load() < 0 ? "unknown" : Quantity.fixed(made.load(), 2));
    }
}
