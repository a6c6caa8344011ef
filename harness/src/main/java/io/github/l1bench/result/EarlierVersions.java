package io.github.l1bench.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.l1bench.data.ClassNames;
import io.github.l1bench.kernel.Kernels;
import java.util.stream.Stream;

/**
 * What result files of earlier versions lack: fields that came later. A result without them has none of what they tell, and
 * classes that are called by number.
 */
final class EarlierVersions {
    // Results that name no classes are old, and had few.
    private static final int MOST_CLASSES = 10_000;

    private EarlierVersions() {}

    /** Adds them to {@code tree}, which is modified. */
    static void complete(JsonNode tree) {
        if (tree.get("data") instanceof ObjectNode data && !data.has("labels")) {
            int classes = data.path("classes").asInt();
            if (classes > 0 && classes <= MOST_CLASSES) {
                ClassNames.numbered(classes).forEach(data.putArray("labels")::add);
            }
        }
        completeProvenance(tree.get("provenance"));
        if (tree.has("lambdaMax") && tree.has("cells")) {
            putIfMissing(tree, "missingPeers");
        }
        for (JsonNode cell : tree.path("cells")) {
            completeFits(cell.path("trace"), "gap", "kkt", "trainAccuracy");
            if (cell.has("solver")) {
                putIfMissing(cell, "made");
                putIfMissing(cell, "peer");
                putIfMissing(cell.get("peer"), "mapping");
                putIfMissing(cell.get("peer"), "published");
                completeMaking(cell.get("made"));
                cell.path("peer").path("rungs").forEach(rung -> putIfMissing(rung, "peakBytes"));
            }
        }
        if (tree.has("leftOut")) {
            putIfMissing(tree, "made");
            completeMaking(tree.get("made"));
        }
        if (tree instanceof ObjectNode collection && tree.has("outcomes")) {
            collection.putIfAbsent("absent", collection.arrayNode());
        }
        tree.path("rows").forEach(EarlierVersions::completeMaking);
        completeFits(tree.path("stopped"), "dual", "gap", "kkt", "trainAccuracy");
        completeFits(tree.path("frames"), "dual", "gap", "kkt", "trainAccuracy");
        completeFits(tree.path("path"), "dual", "gap", "kkt");
    }

    // Of a cell, a study, or one of JMH's rows.
    private static void completeMaking(JsonNode made) {
        putIfMissing(made, "provenance");
        completeProvenance(made.path("provenance"));
        if (made instanceof ObjectNode how && how.has("warmUpSeconds") && !how.has("repeats")) {
            how.put("repeats", 1);
        }
        putIfMissing(made.path("origin"), "machine");
    }

    private static void completeProvenance(JsonNode provenance) {
        if (provenance instanceof ObjectNode made) {
            putIfMissing(made, "host");
            made.putIfAbsent("remarks", made.arrayNode());
            made.putIfAbsent("kernels", made.textNode(Kernels.PLAIN_NAME));
        }
    }

    private static void putIfMissing(JsonNode node, String name) {
        if (node instanceof ObjectNode object && !object.has(name)) {
            object.putNull(name);
        }
    }

    // What of a fit is not kept there.
    private static void completeFits(JsonNode fits, String... numbers) {
        for (JsonNode fit : fits) {
            if (fit instanceof ObjectNode object) {
                Stream.of(numbers).forEach(number -> object.put(number, Double.NaN));
            }
        }
    }
}
