package io.github.l1bench.jmh;

import io.github.l1bench.bench.BenchmarkPeer;
import io.github.l1bench.bench.BenchmarkProblem;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.experiment.StoredRuns;
import io.github.l1bench.io.TemporaryFolder;
import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.JmhRows;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.run.StoredTimes;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.util.Version;

/** One run of JMH: what is known already is looked up, the rest is planned, measured and written part by part. */
public final class Session {
    private final Request request;
    private final Selection selection;
    private final List<String> arguments;
    private final List<Lineup> lineups;
    private final Consumer<String> say;

    /**
     * What is asked of JMH.
     *
     * @param arguments JMH's own
     * @param contestants who is timed
     * @param penalty the one that the user gave by an option of this program
     * @param sources options of data sources, by name
     * @param offline whether data may not be downloaded
     * @param file where results go
     * @param reuse whether times may be taken from stored runs
     * @param runs folder of the stored runs; null for the one that the run's folder lies in
     * @param patience seconds that a solver may take to return after its time is up
     */
    public record Request(
            List<String> arguments,
            Contestants contestants,
            Optional<PenaltyRequest> penalty,
            Map<String, String> sources,
            boolean offline,
            ResultFile file,
            boolean reuse,
            Path runs,
            double patience) {}

    /**
     * Checks what can be checked before data are loaded.
     *
     * @param say told what users should know, a sentence at a time
     * @throws IllegalArgumentException in one sentence, if the request makes no sense
     */
    public Session(Request request, Consumer<String> say) {
        this.request = request;
        this.say = say;
        this.arguments = new ArrayList<>(request.arguments());
        CommandLineOptions given = JmhArguments.parse(arguments);
        this.selection = new Selection(given);
        Contestants contestants = request.contestants();
        contestants.names().forEach(contestants::require);
        if (!contestants.peers().isEmpty() && selection.names().stream().noneMatch(BenchmarkPeer::canTime)) {
            throw new IllegalArgumentException("none of these benchmarks can time a peer; name TimeToTarget");
        }
        ParameterCheck.require(arguments, given, selection, contestants::require);
        List<String> threads = List.copyOf(given.getParameter("threads").orElse(List.of()));
        this.lineups = Lineup.of(contestants.names(), threads, contestants::canBeToldThreads);
        Lineup last = lineups.get(lineups.size() - 1);
        contestants.names().stream()
                .filter(name -> !last.solvers().contains(name))
                .forEach(name -> say.accept(name + " is left out with " + String.join(", ", last.threads())
                        + " threads: it has no option 'threads', or a value of it already"));
    }

    /**
     * Measures.
     *
     * @return what failed
     * @throws RunnerException if JMH itself cannot go on
     * @throws IOException if a file cannot be read or written
     */
    public List<JmhNotes.Failure> run() throws RunnerException, IOException {
        Map<String, String> data = loadDataAndPenalty();
        CommandLineOptions options = JmhArguments.parse(arguments);
        Provenance provenance = Machine.provenance("jmh " + String.join(" ", arguments));
        provenance.remarks().forEach(remark -> say.accept("note: " + remark));
        StoredTimes.Wanted wanted = new StoredTimes.Wanted(
                JmhArguments.settings(arguments),
                Version.getPlainVersion(),
                provenance,
                data,
                selection.names(),
                request.contestants()::code);
        StoredTimes stored = new StoredTimes(wanted, request.contestants().others());
        StoredTimes finished = new StoredTimes(
                wanted,
                request.contestants().names().stream().map(Variant::canonical).collect(Collectors.toSet()));
        if (request.reuse() && request.file().isOfRun()) {
            lookUp(stored, finished);
        }
        List<JmhRow> known = new ArrayList<>(finished.found());
        stored.found().stream().filter(row -> !finished.has(row)).forEach(known::add);
        sayWhatIsReplaced(known);
        List<Plan.Part> parts = new Plan(options, selection, List.copyOf(data.keySet()), lineups, stored, finished)
                .parts().stream()
                        .map(request.contestants()::timed)
                        .filter(part -> !part.combinations().isEmpty())
                        .toList();
        if (request.file().isOfRun()) {
            OtherProblem.say(RunFolder.of(request.file().path()), parts, data, say);
        }
        FailureRecorder failures = new FailureRecorder(request.patience());
        try (TemporaryFolder shared = TemporaryFolder.make()) {
            Path rungs = shared.path().resolve("rungs.tsv");
            if (request.file().isOfRun()) {
                new RungsOfRun(RunFolder.of(request.file().path()), provenance)
                        .tell(request.contestants().peers(), rungs, say);
            }
            PartRunner runner =
                    new PartRunner(options, selection, forkArguments(rungs), request.contestants(), failures);
            measure(parts, runner, failures, new JmhRows(wanted.settings(), provenance, known, List.of()), data);
        }
        return failures.failures();
    }

    private List<String> forkArguments(Path rungs) {
        List<String> arguments = new ArrayList<>(
                BenchmarkProblem.forkArguments(request.sources(), request.offline(), request.patience()));
        arguments.addAll(request.contestants().forkArguments(rungs));
        return arguments;
    }

    // Written after each part, so that an interruption loses one at most.
    private void measure(
            List<Plan.Part> parts, PartRunner runner, FailureRecorder failures, JmhRows known, Map<String, String> data)
            throws RunnerException, IOException {
        List<RunResult> results = new ArrayList<>();
        long begin = System.nanoTime();
        for (int done = 0; done < parts.size(); done++) {
            announce(parts, done, (System.nanoTime() - begin) * 1e-9);
            results.addAll(runner.run(parts.get(done)));
            request.file()
                    .write(results, known.with(known.rows(), failures.failures()), data, request.contestants()::code);
        }
        if (parts.isEmpty() && request.file().isJson()) {
            known.write(request.file().path());
        } else {
            runner.conclude(results);
        }
    }

    private void announce(List<Plan.Part> parts, int done, double seconds) {
        String remaining = done == 0
                ? ""
                : String.format(Locale.ROOT, ", about %.0f s remain", seconds / done * (parts.size() - done));
        say.accept(String.format(
                Locale.ROOT,
                "%n# Part %d of %d, after %.0f s: %s%s",
                done + 1,
                parts.size(),
                seconds,
                parts.get(done).words(),
                remaining));
    }

    private void lookUp(StoredTimes stored, StoredTimes finished) throws IOException {
        RunFolder folder = RunFolder.of(request.file().path());
        if (request.contestants().areSome()) {
            Path runs = request.runs() != null ? request.runs() : folder.path().getParent();
            stored.lookUp(folder, StoredRuns.within(runs, folder.path()).folders());
            stored.lines().forEach(say);
        }
        finished.lookUpOwn(folder);
        if (!finished.solversFound().isEmpty()) {
            say.accept(
                    "Times measured before the interruption are kept: " + String.join(", ", finished.solversFound()));
        }
    }

    // Before anything is measured, so that there is time to name another file.
    private void sayWhatIsReplaced(List<JmhRow> known) throws IOException {
        String replaced = request.file().replaced(known);
        if (!replaced.isEmpty()) {
            say.accept("Times in " + request.file().path()
                    + " that will be replaced, or lost if they are not measured now: " + replaced
                    + "; another -rff keeps them");
        }
    }

    // `auto` is decided here, and so is lambda, once and for all forks; every data set is loaded once, so that it is
    // known to be sound. Names of the data sets, each with the hash of its content.
    private Map<String, String> loadDataAndPenalty() {
        CommandLineOptions options = JmhArguments.parse(arguments);
        JmhPenalty asked = new JmhPenalty(request.penalty(), options, selection.parameters());
        Map<String, String> data = new LinkedHashMap<>();
        Collection<String> given = options.getParameter("data").orElse(List.of("auto"));
        if (!selection.parameters().contains("data")) {
            given.forEach(name -> data.put(name, null)); // they make their own
            return data;
        }
        for (String name : given) {
            Dataset dataset = BenchmarkProblem.load(name, request.sources(), request.offline());
            String decided = name.equals("auto") ? dataset.info().name() : name;
            data.put(decided, dataset.info().sha256());
            asked.see(decided, dataset);
        }
        arguments.addAll(asked.arguments());
        return data;
    }
}
