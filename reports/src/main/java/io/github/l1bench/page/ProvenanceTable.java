package io.github.l1bench.page;

import io.github.l1bench.result.Provenance;
import io.github.l1bench.view.Quantity;
import java.util.List;
import java.util.Map;

/** Where and with what results were made, name by name. */
public final class ProvenanceTable {
    private ProvenanceTable() {}

    /** Writes what is told, names and values. */
    public static void write(Html html, Map<String, String> told) {
        List<Column<Map.Entry<String, String>>> columns =
                List.of(Column.text("What", Map.Entry::getKey), Column.text("Value", Map.Entry::getValue));
        new Table<>("How it was made", "plain", columns).write(html, told.entrySet());
    }

    static void remarks(Map<String, String> told, String name, List<String> remarks) {
        if (!remarks.isEmpty()) {
            told.put(name, String.join("; ", remarks));
        }
    }

    /** Tells everything of {@code made}. */
    public static void tell(Map<String, String> told, Provenance made) {
        told.put("Date", made.created());
        told.put("Version", made.version());
        told.put("Revision", made.revision() == null ? "outside a checkout" : made.revision());
        told.put("Java", made.java());
        told.put("JVM flags", made.flags().isEmpty() ? "none" : String.join(" ", made.flags()));
        told.put("Kernels", made.kernels());
        told.put("Heap, at most", Quantity.count(made.maxHeapBytes() >> 20) + " MiB");
        told.put("System", made.os());
        told.put("Processor", made.cpu() + ", " + made.cores() + (made.cores() == 1 ? " core" : " cores"));
        told.put("Load at start", made.load() < 0 ? "unknown" : Quantity.fixed(made.load(), 2));
        remarks(told, "Around the experiment", made.remarks());
    }
}
