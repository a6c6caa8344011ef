package io.github.l1bench.overview;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.collection.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the page's script draws from: the costs as the page's own statistics have them. */
final class OverviewData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OverviewData() {}

    /** The data of {@code view} as JSON. */
    static String json(CollectionView view, Background background, Map<String, String> pages) {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("cells"); // of a run's page, which shares scripts with this one
        costs(root, view, view.instances());
        root.put("start", view.start());
        root.put("budget", view.results().budgetSeconds());
        ArrayNode solvers = root.putArray("solvers");
        for (String solver : view.solvers()) {
            ObjectNode node = solvers.addObject();
            node.put("name", solver).put("color", view.mark(solver).hex());
            ArrayNode dash = node.putArray("dash");
            view.mark(solver).dash().forEach(dash::add);
            node.put("counted", view.solvers(Measure.PASSES).contains(solver));
        }
        facts(root.putArray("instances"), view, pages);
        groups(root.putArray("groups"), view);
        ArrayNode blocks = root.putArray("blocks");
        IntStream.of(view.blocks()).forEach(blocks::add);
        if (!background.isNone()) {
            background(root.putObject("background"), background);
        }
        return root.toString();
    }

    /** Costs of each instance and solver, to as many targets as are reached; null for one that is not reached. */
    private static void costs(ObjectNode node, CollectionView view, List<InstanceFacts> instances) {
        ArrayNode gaps = node.putArray("gaps");
        view.gaps().forEach(gaps::add);
        for (Measure measure : Measure.values()) {
            ArrayNode rows = node.putArray(measure.key());
            for (InstanceFacts facts : instances) {
                ArrayNode row = rows.addArray();
                view.solvers().forEach(solver -> reached(row.addArray(), measure, view.outcome(facts.name(), solver)));
            }
        }
    }

    private static void reached(ArrayNode node, Measure measure, Optional<Outcome> outcome) {
        double[] costs = outcome.map(measure::of).orElse(new double[0]);
        int last = costs.length;
        while (last > 0 && Double.isInfinite(costs[last - 1])) {
            last--;
        }
        for (int g = 0; g < last; g++) {
            if (Double.isInfinite(costs[g])) {
                node.addNull();
            } else if (costs[g] == Math.rint(costs[g]) && costs[g] < 1e9) {
                node.add((long) costs[g]); // without ".0", for the page's size
            } else {
                node.add(costs[g]);
            }
        }
    }

    private static void facts(ArrayNode array, CollectionView view, Map<String, String> pages) {
        for (InstanceFacts facts : view.instances()) {
            ObjectNode node = array.addObject();
            node.put("name", facts.name()).put("family", facts.family()).put("title", facts.title());
            node.put("page", pages.get(facts.name()));
            node.put("shape", Trait.shape(facts)).put("density", facts.density());
            node.put("unknowns", Trait.unknowns(facts))
                    .put("penalty", facts.instance().ratio());
            node.put("n", facts.samples()).put("p", facts.features()).put("k", facts.classes());
            ArrayNode brief = node.putArray("brief");
            ArrayNode why = node.putArray("why");
            ArrayNode busy = node.putArray("busy"); // the indices of solvers that something else disturbed
            for (String solver : view.solvers()) {
                brief.add(InstanceRows.brief(view, facts.name(), solver));
                why.add(InstanceRows.reason(view, facts.name(), solver));
                if (InstanceRows.isDisturbed(view, facts.name(), solver)) {
                    busy.add(view.solvers().indexOf(solver));
                }
            }
        }
    }

    private static void groups(ArrayNode array, CollectionView view) {
        for (Trait trait : Trait.ALL) {
            trait.split(view.instances()).values().forEach(indices -> {
                ArrayNode node = array.addArray();
                indices.forEach(node::add);
            });
        }
    }

    private static void background(ObjectNode node, Background background) {
        CollectionView stored = background.stored();
        node.put("id", background.id());
        ArrayNode pairs = node.putArray("pairs");
        IntStream.of(background.pairs()).forEach(pairs::add);
        ArrayNode solvers = node.putArray("solvers");
        for (String solver : stored.solvers()) {
            solvers.addObject()
                    .put("name", solver)
                    .put("color", background.mark(solver).hex())
                    .put("counted", stored.solvers(Measure.PASSES).contains(solver));
        }
        costs(node, stored, stored.instances());
    }
}
