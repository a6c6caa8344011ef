package io.github.l1bench.cli;

import io.github.l1bench.bench.BenchmarkCode;
import io.github.l1bench.experiment.StoredRuns;
import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.openjdk.jmh.util.Version;

/**
 * Looks up times that JMH need not measure again: of solvers that are not named, and of benchmarks that time no solver,
 * measured under the same settings, on the same machine, Java and data, by the same code.
 */
final class StoredTimes {
    private final List<String> settings;
    private final Provenance here;
    private final Map<String, String> dataSha256;
    private final Set<String> benchmarks;
    private final Set<String> solvers;
    private final Map<String, JmhResults.Entry> found = new LinkedHashMap<>();
    private final Map<String, String> whyNot = new LinkedHashMap<>();

    /**
     * @param settings JMH's options without benchmarks, solvers and data
     * @param here this machine and its Java
     * @param dataSha256 hashes of the data sets by name
     * @param benchmarks full names of the benchmarks asked for
     * @param solvers whose times are looked up
     */
    StoredTimes(
            List<String> settings,
            Provenance here,
            Map<String, String> dataSha256,
            Set<String> benchmarks,
            Set<String> solvers) {
        this.settings = settings;
        this.here = here;
        this.dataSha256 = dataSha256;
        this.benchmarks = benchmarks;
        this.solvers = solvers;
    }

    /** Looks into JMH's file in {@code own}, the run's folder, and then in those of {@code runs}, the newest first. */
    void lookUp(Path own, StoredRuns runs) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(own));
        folders.addAll(runs.folders());
        for (Path folder : folders) {
            JmhResults stored = JmhResults.read(folder.resolve(JmhResults.NAME));
            if (stored != null) {
                lookUp(folder, stored);
            }
        }
    }

    /** Looks into JMH's file in {@code own}, a run that goes on: what is found stays this run's own. */
    void lookUpOwn(Path own) throws IOException {
        JmhResults stored = JmhResults.read(own.resolve(JmhResults.NAME));
        if (stored != null) {
            compare(stored, (entry, differences) -> {
                if (differences.isEmpty() && entry.notes().origin() == null) {
                    found.put(entry.key(), entry);
                }
            });
        }
    }

    /** Whether a row that measures the same was found. */
    boolean has(JmhResults.Entry entry) {
        return found.containsKey(entry.key());
    }

    /** The solvers of which times were found. */
    Set<String> solversFound() {
        Set<String> names = new TreeSet<>();
        found.values().stream()
                .map(JmhResults.Entry::solver)
                .filter(s -> !s.isEmpty())
                .forEach(names::add);
        return names;
    }

    /**
     * Whether times were found of what is measured together.
     *
     * @param solver as JMH writes it
     * @param threads the values of that parameter; empty for its default
     */
    boolean holds(String solver, String start, List<String> threads) {
        return found.values().stream()
                .filter(entry -> entry.solver().equals(solver.replace(';', ',')))
                .map(JmhResults.Entry::params)
                .anyMatch(params -> start.equals(params.getOrDefault("start", start))
                        && (threads.isEmpty() || threads.contains(params.get("threads"))));
    }

    private void lookUp(Path folder, JmhResults stored) {
        Origin origin = new Origin(
                folder.toAbsolutePath().normalize().getFileName().toString(),
                stored.provenance().created(),
                null,
                true);
        compare(stored, (entry, differences) -> {
            if (differences.isEmpty()) {
                Origin own =
                        entry.notes().origin() == null ? origin : entry.notes().origin();
                JmhNotes.Row notes =
                        new JmhNotes.Row(entry.notes().code(), entry.notes().dataSha256(), own);
                found.putIfAbsent(entry.key(), new JmhResults.Entry(entry.row(), notes));
            } else {
                whyNot.putIfAbsent(entry.solver(), String.join(", ", differences) + " in run " + origin.run());
            }
        });
    }

    // Each row that is asked for, with what keeps it from being taken.
    private void compare(JmhResults stored, BiConsumer<JmhResults.Entry, List<String>> take) {
        List<String> otherwise = new ArrayList<>(Conditions.otherMachine(here, stored.provenance()));
        if (!stored.settings().equals(settings)) {
            otherwise.add("other JMH settings");
        }
        for (JmhResults.Entry entry : stored.entries()) {
            if (isAskedFor(entry)) {
                List<String> differences = new ArrayList<>(otherwise);
                differences.addAll(differences(entry));
                take.accept(entry, differences);
            }
        }
    }

    private boolean isAskedFor(JmhResults.Entry entry) {
        return benchmarks.contains(entry.benchmark()) && (entry.solver().isEmpty() || solvers.contains(entry.solver()));
    }

    private List<String> differences(JmhResults.Entry entry) {
        List<String> differences = new ArrayList<>();
        String data = entry.params().get("data");
        if (data != null && !Objects.equals(entry.notes().dataSha256(), dataSha256.get(data))) {
            differences.add("other data");
        }
        if (!entry.row().path("jmhVersion").asText().equals(Version.getPlainVersion())) {
            differences.add("other JMH");
        }
        if (entry.notes().origin() != null && entry.notes().origin().isForeign()) {
            differences.add("foreign");
        }
        String code = entry.notes().code();
        if (code == null || !code.equals(BenchmarkCode.of(entry.benchmark(), entry.params()))) {
            differences.add(code == null ? "unknown code" : "other code");
        }
        return differences;
    }

    /** What was found; each is marked with the run that measured it. */
    List<JmhResults.Entry> found() {
        return List.copyOf(found.values());
    }

    /** Benchmarks that time no solver and were found, so that they need not be run. */
    Set<String> needNotRun() {
        Set<String> names = new TreeSet<>();
        found.values().stream().filter(e -> e.solver().isEmpty()).forEach(e -> names.add(e.benchmark()));
        return names;
    }

    /** What was found and what not, a sentence a line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!found.isEmpty()) {
            Map<String, Set<String>> byRun = new LinkedHashMap<>();
            found.values()
                    .forEach(entry -> byRun.computeIfAbsent(
                                    entry.notes().origin().run(), run -> new TreeSet<>())
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
