package io.github.l1bench.page;

import io.github.l1bench.data.ClassWords;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Waiting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

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
        ProvenanceTable.tell(told, view.run().provenance());
        ProvenanceTable.remarks(
                told,
                "Around JMH",
                Stream.concat(view.remarks().stream(), Waiting.remark(view.scores()).stream())
                        .toList());
        ProvenanceTable.write(html, told);
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
}
