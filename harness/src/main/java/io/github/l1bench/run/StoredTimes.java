package io.github.l1bench.run;

import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks up times that JMH need not measure again: of solvers that are not named, and of benchmarks that time no solver,
 * measured under the same settings, on the same machine, Java and data, by the same code.
 */
public final class StoredTimes {
    private final Wanted wanted;
    private final Set<String> solvers;
    private final Map<String, JmhRow> found = new LinkedHashMap<>();
    private final Map<String, String> whyNot = new LinkedHashMap<>();

    /**
     * What is asked of JMH, but for the solvers.
     *
     * @param settings JMH's options without benchmarks, solvers and data
     * @param jmh version of JMH
     * @param here this machine and its Java
     * @param dataSha256 hashes of the data sets by name
     * @param benchmarks full names of the benchmarks
     * @param code fingerprint of the code that would measure a row now; null where unknown
     */
    public record Wanted(
            List<String> settings,
            String jmh,
            Provenance here,
            Map<String, String> dataSha256,
            Set<String> benchmarks,
            Function<JmhRow, String> code) {}

    /** Looks up times of {@code solvers}, by their canonical names, and of benchmarks that time none. */
    public StoredTimes(Wanted wanted, Set<String> solvers) {
        this.wanted = wanted;
        this.solvers = solvers;
    }

    /** Looks into {@code own}, the run's folder, and then into {@code runs}, the newest first. */
    public void lookUp(RunFolder own, List<RunFolder> runs) throws IOException {
        for (RunFolder folder : Stream.concat(Stream.of(own), runs.stream()).toList()) {
            folder.notedJmh().ifPresent(stored -> lookUp(folder, stored));
        }
    }

    /** Looks into {@code own}, the folder of a run that goes on: what is found stays this run's own. */
    public void lookUpOwn(RunFolder own) throws IOException {
        own.notedJmh()
                .ifPresent(stored -> compare(stored, (row, differences) -> {
                    if (differences.isEmpty() && row.origin().isEmpty()) {
                        found.put(row.key(), row);
                    }
                }));
    }

    /** Whether a row that measures the same was found. */
    public boolean has(JmhRow entry) {
        return found.containsKey(entry.key());
    }

    /** The solvers of which times were found. */
    public Set<String> solversFound() {
        Set<String> names = new TreeSet<>();
        found.values().stream().map(JmhRow::solver).filter(s -> !s.isEmpty()).forEach(names::add);
        return names;
    }

    /** Whether a time was found of that benchmark with these parameters, its solver by its canonical name. */
    public boolean holds(String benchmark, Map<String, String> params) {
        return found.values().stream()
                .anyMatch(
                        row -> row.benchmark().equals(benchmark) && row.params().equals(params));
    }

    private void lookUp(RunFolder folder, JmhRows stored) {
        Origin here = new Origin(folder.id(), stored.provenance().created(), null, null, true);
        compare(stored, (row, differences) -> {
            if (differences.isEmpty()) {
                JmhRow marked = row.from(row.origin().orElse(here));
                found.putIfAbsent(marked.key(), marked);
            } else {
                whyNot.putIfAbsent(row.solver(), String.join(", ", differences) + " in run " + here.run());
            }
        });
    }

    // Each row that is asked for, with what keeps it from being taken.
    private void compare(JmhRows stored, BiConsumer<JmhRow, List<String>> take) {
        List<String> otherwise = new ArrayList<>();
        if (!stored.settings().equals(wanted.settings())) {
            otherwise.add("other JMH settings");
        }
        for (JmhRow row : stored.rows()) {
            if (isAskedFor(row)) {
                List<String> differences = new ArrayList<>(Conditions.otherMachine(
                        wanted.here().running(row.kernels()), row.notes().provenance()));
                differences.addAll(otherwise);
                differences.addAll(differences(row));
                take.accept(row, differences);
            }
        }
    }

    private boolean isAskedFor(JmhRow row) {
        return wanted.benchmarks().contains(row.benchmark())
                && (row.solver().isEmpty() || solvers.contains(row.solver()));
    }

    private List<String> differences(JmhRow row) {
        List<String> differences = new ArrayList<>();
        String data = row.params().get("data");
        if (data != null
                && !Objects.equals(row.notes().dataSha256(), wanted.dataSha256().get(data))) {
            differences.add("other data");
        }
        if (!row.setup().jmh().equals(wanted.jmh())) {
            differences.add("other JMH");
        }
        if (row.isForeign()) {
            differences.add("foreign");
        }
        String code = row.notes().code();
        if (code == null || !code.equals(wanted.code().apply(row))) {
            differences.add(code == null ? "unknown code" : "other code");
        }
        return differences;
    }

    /** What was found; each is marked with the run that measured it. */
    public List<JmhRow> found() {
        return List.copyOf(found.values());
    }

    /** Benchmarks that time no solver and were found, so that they need not be run. */
    public Set<String> needNotRun() {
        Set<String> names = new TreeSet<>();
        found.values().stream().filter(e -> e.solver().isEmpty()).forEach(e -> names.add(e.benchmark()));
        return names;
    }

    /** What was found and what not, a sentence a line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!found.isEmpty()) {
            Map<String, Set<String>> byRun = new LinkedHashMap<>();
            found.values()
                    .forEach(entry -> byRun.computeIfAbsent(
                                    entry.origin().orElseThrow().run(), run -> new TreeSet<>())
                            .add(entry.solver().isEmpty() ? "benchmarks of no solver" : entry.solver()));
            byRun.forEach((run, names) -> lines.add("Times reused from run " + run + ": " + String.join(", ", names)));
        }
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        for (String solver : solvers) {
            if (found.values().stream().noneMatch(entry -> entry.solver().equals(solver))) {
                missing.computeIfAbsent(whyNot.getOrDefault(solver, "in no stored run"), why -> new TreeSet<>())
                        .add(solver);
            }
        }
        missing.forEach((why, names) ->
                lines.add("Times not among the stored ones: " + String.join(", ", names) + " (" + why + ")"));
        return lines;
    }
}
