package io.github.l1bench.page;

import io.github.l1bench.data.ClassWords;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RunView;
import java.util.List;

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
        html.open("div", "class", "scroll").open("table", "class", "plain").open("tbody");
        data(html, view.run().data());
        provenance(html, view.run().provenance());
        remarks(html, "Around the experiment", view.run().provenance().remarks());
        remarks(html, "Around JMH", view.remarks());
        html.close("tbody").close("table").close("div");
        html.close("section");
    }

    private void data(Html html, DataInfo data) {
        row(html, "Run", view.run().id() + (view.run().quick() ? " (quick)" : ""));
        row(html, "Data", data.name() + ": " + data.title());
        row(html, "Origin", data.origin());
        row(html, "SHA-256", data.sha256());
        row(html, "Seeds", "run " + view.run().seed() + ", data " + data.seed());
        row(html, "Classes", data.classes() + ": " + ClassWords.list(data.labels()));
        row(html, "Standardisation", data.standardization());
        Penalty penalty = view.run().penalty();
        row(html, "λ", Double.toString(penalty.lambda()));
        row(html, "λmax, λ / λmax", penalty.lambdaMax() + ", " + penalty.ratio());
        row(html, "C = 1 / (λ n)", Double.toString(penalty.c()));
    }

    private static void provenance(Html html, Provenance made) {
        row(html, "Date", made.created());
        row(html, "Version", made.version());
        row(html, "Revision", made.revision() == null ? "outside a checkout" : made.revision());
        row(html, "Java", made.java());
        row(html, "JVM flags", made.flags().isEmpty() ? "none" : String.join(" ", made.flags()));
        row(html, "Heap, at most", Quantity.count(made.maxHeapBytes() >> 20) + " MiB");
        row(html, "System", made.os());
        row(html, "Processor", made.cpu() + ", " + made.cores() + (made.cores() == 1 ? " core" : " cores"));
        row(html, "Load at start", made.load() < 0 ? "unknown" : Quantity.fixed(made.load(), 2));
    }

    private static void remarks(Html html, String name, List<String> remarks) {
        if (!remarks.isEmpty()) {
            row(html, name, String.join("; ", remarks));
        }
    }

    private static void row(Html html, String name, String value) {
        html.open("tr").element("th", name, "scope", "row").element("td", value).close("tr");
    }
}
