package io.github.l1bench.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Result files in which every text tries to run as script. */
public final class Hostile {
    /** Each sets {@code window.hit} where it runs. */
    public static final List<String> PAYLOADS = List.of(
            "</script><script>window.hit=1</script>",
            "\"><img src=x onerror=window.hit=2>",
            "\" onload=\"window.hit=3\" autofocus onfocus=\"window.hit=3",
            "' onmouseover='window.hit=4' '",
            "javascript:window.hit=5",
            "<!--<script>",
            "--><svg onload=window.hit=6>",
            "]]></style></title></textarea><script>window.hit=7</script>",
            "</svg></text><foreignObject><iframe srcdoc='<script>parent.hit=8</script>'>",
            "\u2028window.hit=9//",
            "\\u003cscript>window.hit=10</script>",
            "&lt;script&gt;window.hit=11&lt;/script&gt;&#60;img src=x onerror=window.hit=12&#62;",
            "data:text/html,<script>window.hit=13</script>",
            "__proto__");

    private static final ObjectMapper JSON = new ObjectMapper();
    // What the files must say to be read at all: the data's hash, JMH's names and units, numbers that JSON lacks.
    private static final Set<String> KEPT = Set.of("sha256", "dataSha256", "benchmark", "mode", "scoreUnit", "data");
    private static final Set<String> NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

    private final List<String> payloads;
    private int next;

    private Hostile(List<String> payloads, int first) {
        this.payloads = payloads;
        this.next = first;
    }

    /** Writes a run, its study and its timings to {@code folder}; the texts take the payloads in turn from {@code first} on. */
    public static Path write(Path folder, List<String> payloads, int first) throws IOException {
        List<CellResult> cells = new ArrayList<>(Sample.run(2, "").cells());
        cells.add(Sample.failed("broken", "why"));
        RunResult run = Sample.run("run", Sample.NOTICE, cells);
        String times = Sample.jmh(
                Sample.timeRow("solver-0", "1e-3", 300, "3.5", true),
                Sample.timeRow("solver-1", "1e-3", 20000, "3.5", false));
        Sample.write(folder, run, times);
        ResultFiles.write(folder.resolve(RunFolder.STUDY), SampleStudy.of("c0ffee", "solver"));
        Hostile hostile = new Hostile(payloads, first);
        for (String name : List.of(RunFolder.RUN, RunFolder.STUDY, RunFolder.JMH)) {
            Path file = folder.resolve(name);
            JSON.writeValue(file.toFile(), hostile.of("", JSON.readTree(Files.readAllBytes(file))));
        }
        return folder;
    }

    private String text() {
        return payloads.get(next++ % payloads.size()) + " " + next;
    }

    private JsonNode of(String name, JsonNode node) {
        if (node.isTextual()) {
            return KEPT.contains(name) || NUMBERS.contains(node.asText()) ? node : TextNode.valueOf(text());
        }
        if (node instanceof ArrayNode array) {
            ArrayNode changed = JSON.createArrayNode();
            array.forEach(element -> changed.add(of(name, element)));
            return changed;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode changed = JSON.createObjectNode();
            object.properties()
                    .forEach(field -> changed.set(
                            name.equals("options") ? text() : field.getKey(), of(field.getKey(), field.getValue())));
            return changed;
        }
        return node;
    }
}
