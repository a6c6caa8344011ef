package io.github.l1bench.experiment;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run need not compute: cells that an earlier start of the same run has finished, and, where solvers are named,
 * the cells of all others, from the newest stored run in which nothing is different that they depend on.
 */
public final class KnownResults {
    private final Experiment experiment;
    private final Conditions conditions;
    private final Map<String, String> code;
    private final StoredRuns own;
    private final StoredRuns others;
    private final Map<String, KnownCell> finished = new LinkedHashMap<>();
    private final Map<String, KnownCell> reused = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    /**
     * Looks up the cells of {@code experiment}.
     *
     * @param named labels of the cells that shall be computed unless the run's own folder has them
     * @param own the run's own folder
     * @param others stored runs in which cells that are not named are looked up
     */
    public KnownResults(
            Experiment experiment, Provenance provenance, Set<String> named, StoredRuns own, StoredRuns others)
            throws IOException {
        this.experiment = experiment;
        this.conditions = experiment.conditions(provenance);
        this.code = experiment.code();
        this.own = own;
        this.others = others;
        for (Cell cell : experiment.cells()) {
            boolean isNamed = named.contains(cell.label());
            Optional<KnownCell> before = find(own, cell).filter(known -> !isNamed || isOwn(known));
            if (before.isPresent()) {
                finished.put(cell.label(), before.get());
            } else if (!isNamed) {
                lookUp(cell);
            }
        }
    }

    private void lookUp(Cell cell) throws IOException {
        Optional<KnownCell> stored = find(others, cell);
        if (stored.isPresent()) {
            reused.put(cell.label(), stored.get());
        } else {
            missing.put(
                    cell.label(), others.whyNot(cell, conditions, experiment.warmUpSeconds(), code.get(cell.label())));
        }
    }

    private Optional<KnownCell> find(StoredRuns runs, Cell cell) throws IOException {
        return runs.find(cell, conditions, experiment.warmUpSeconds(), code.get(cell.label()));
    }

    // Not one that an earlier start took from another run.
    private boolean isOwn(KnownCell known) {
        return known.result().origin().orElseThrow().run().equals(experiment.id());
    }

    /** Results by the labels of their cells. */
    public Map<String, KnownCell> cells() {
        Map<String, KnownCell> all = new LinkedHashMap<>(finished);
        all.putAll(reused);
        return all;
    }

    /** The experiment without the cells that are neither named nor known. */
    public Experiment rest() {
        return new Experiment(
                experiment.id(),
                experiment.quick(),
                experiment.dataset(),
                experiment.lambda(),
                experiment.seed(),
                experiment.cells().stream()
                        .filter(cell -> !missing.containsKey(cell.label()))
                        .toList(),
                experiment.warmUpSeconds(),
                experiment.patienceSeconds());
    }

    /** Solvers all of whose cells the run's own folder has, so that what else is there of them still holds. */
    public Set<String> finishedSolvers() {
        Set<String> solvers = finished.values().stream()
                .map(known -> known.result().solver())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        experiment.cells().stream()
                .filter(cell -> !finished.containsKey(cell.label()))
                .forEach(cell -> solvers.remove(cell.solver()));
        return solvers;
    }

    /** Folders in which results were looked up: the run's own, then the others, the newest first. */
    public List<RunFolder> folders() {
        return Stream.concat(own.folders().stream(), others.folders().stream()).toList();
    }

    /** What stored results have to agree with. */
    public Conditions conditions() {
        return conditions;
    }

    /**
     * Which results in the run's own folder are not taken over, and why: they are lost when the first new one is written.
     * Empty where there are none.
     */
    public String replaced() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String label : own.labels()) {
            if (!finished.containsKey(label)) {
                reasons.put(label, whyReplaced(label));
            }
        }
        return grouped(reasons, why -> why);
    }

    private String whyReplaced(String label) {
        Optional<Cell> same = experiment.cells().stream()
                .filter(cell -> cell.label().equals(label))
                .findFirst();
        if (same.isEmpty()) {
            return "not asked for";
        }
        String why = own.differences(same.get(), conditions, experiment.warmUpSeconds(), code.get(label));
        return why.isEmpty() ? "taken from another run" : why;
    }

    /** What was found and what not, a sentence a line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!finished.isEmpty()) {
            lines.add(finished.size() + " of " + rest().cells().size()
                    + " results are in this folder already and are not computed again (--fresh does): "
                    + String.join(", ", finished.keySet()));
        }
        String replaced = replaced();
        if (!replaced.isEmpty()) {
            lines.add("Replaced in this folder: " + replaced);
        }
        if (!reused.isEmpty()) {
            lines.add(
                    "Reused: " + grouped(reused, known -> "run " + origin(known).run()));
        }
        if (!missing.isEmpty()) {
            lines.add("Not among the stored results, so not shown: " + grouped(missing, why -> why));
        }
        return lines;
    }

    private static Origin origin(KnownCell known) {
        CellResult result = known.result();
        return result.origin().orElseThrow();
    }

    // "a, b (why); c (why else)"
    private static <T> String grouped(Map<String, T> labels, Function<T, String> reason) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        labels.forEach((label, value) -> groups.computeIfAbsent(reason.apply(value), r -> new ArrayList<>())
                .add(label));
        return groups.entrySet().stream()
                .map(group -> String.join(", ", group.getValue()) + " (" + group.getKey() + ")")
                .collect(Collectors.joining("; "));
    }
}
