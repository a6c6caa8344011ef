package io.github.l1bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRunsTest {
    private static final double LAMBDA = 0.05;
    private static final Provenance HERE = Machine.provenance("test");

    @TempDir
    Path runs;

    private final SolverCell newton = SolverCell.certified(Variant.parse("prox-newton"), 1e-3, 5);
    private final SolverCell descent = SolverCell.certified(Variant.parse("coordinate-descent"), 1e-3, 5);
    private final Experiment experiment = experiment("new", newton, descent);

    @Test
    void onlyWhatIsNotKnownIsComputed() throws IOException {
        store("old", experiment("old", newton), r -> r);
        KnownCell known = find(newton).orElseThrow();
        List<String> computed = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        RunResult run = experiment.run(
                HERE, Map.of("prox-newton", known), cell -> computed.add(cell.label()), (result, snapshots) -> {
                    sizes.add(result.cells().size());
                    assertThat(snapshots.belongsTo(result)).isTrue();
                });

        assertThat(computed).containsExactly("coordinate-descent");
        assertThat(sizes).as("what is known is kept from the start").containsExactly(1, 2);
        assertThat(run.cells()).extracting(CellResult::label).containsExactly("prox-newton", "coordinate-descent");
        assertThat(run.cells().get(0).origin()).contains(new Origin("old", HERE.created(), null, null, true));
        assertThat(run.cells().get(1).origin()).isEmpty();
        assertThat(run.cells().get(1).made().code()).hasSize(64);
        assertThat(known.snapshots()).isPresent();
    }

    @Test
    void theNewestResultIsTakenAndKeepsItsOrigin() throws IOException {
        store("a", experiment("a", newton), r -> at("2026-01-01T00:00:00Z", r));
        store("b", experiment("b", newton), r -> at("2026-01-03T00:00:00Z", r));
        store("c", experiment("c", newton), r -> at("2026-01-02T00:00:00Z", r));
        assertThat(find(newton).orElseThrow().result().origin().orElseThrow().run())
                .isEqualTo("b");

        Origin first = new Origin("z", "2025-01-01T00:00:00Z", null, null, true);
        store("d", experiment("d", newton), r -> at("2026-01-04T00:00:00Z", made(r, m -> m.from(first, HERE))));
        assertThat(find(newton).orElseThrow().result().origin()).contains(first);
    }

    @Test
    void aFolderThatVanishesWhileTheyAreListedIsLeftOut() throws IOException {
        store("old", experiment("old", newton), r -> r);
        Files.createDirectories(runs.resolve("new"));
        Files.createSymbolicLink(runs.resolve("gone"), runs.resolve("nowhere"));

        assertThat(find(newton)).isPresent();
    }

    @Test
    void nothingStandsForACellThatDiffersAndTheReasonIsTold() throws IOException {
        String code = code(newton);
        store("old", experiment("old", newton), r -> r);
        Conditions here = experiment.conditions(HERE);
        Provenance p = HERE;
        Provenance faster = new Provenance(
                p.created(),
                "",
                null,
                "",
                p.java(),
                p.flags(),
                null,
                p.os(),
                "a faster one",
                p.cores(),
                0,
                p.maxHeapBytes());
        Provenance roomier = new Provenance(
                p.created(), "", null, "", p.java(), List.of("-Xmx9g"), null, p.os(), p.cpu(), p.cores(), 0, 9L << 30);
        Cell tighter = SolverCell.certified(newton.variant(), 1e-6, 5);

        assertThat(whyNot(descent, here, 0, code)).isEqualTo("in no stored run");
        assertThat(whyNot(newton, here, 0, "00")).isEqualTo("other code in run old");
        assertThat(whyNot(newton, here, 0, null)).isEqualTo("unknown code in run old");
        assertThat(whyNot(newton, here, 1, code)).isEqualTo("other limits in run old");
        assertThat(whyNot(tighter, here, 0, code)).isEqualTo("other limits in run old");
        assertThat(whyNot(newton, new Conditions("00", LAMBDA, 0, true, p), 0, code))
                .isEqualTo("other data in run old");
        assertThat(whyNot(newton, new Conditions(here.dataSha256(), 1, 1, false, p), 0, code))
                .isEqualTo("other penalty, other seed, quick run in run old");
        assertThat(whyNot(newton, experiment.conditions(faster), 0, code)).isEqualTo("other machine in run old");
        assertThat(whyNot(newton, experiment.conditions(roomier), 0, code))
                .isEqualTo("other JVM flags, other heap in run old");
        assertThat(whyNot(newton, experiment.conditions(p.running("vector")), 0, code))
                .isEqualTo("other kernels in run old");
    }

    @Test
    void whereTheImagesLieIsNoDifference() throws IOException {
        store("old", experiment("old", newton), r -> r);
        Provenance p = HERE;
        List<String> flags = new ArrayList<>(p.flags());
        flags.add("-Dmnist.dir=elsewhere");
        Provenance elsewhere = new Provenance(
                p.created(), "", null, "", p.java(), flags, null, p.os(), p.cpu(), p.cores(), 0, p.maxHeapBytes());
        assertThat(stored().find(newton, experiment.conditions(elsewhere), 0, code(newton)))
                .isPresent();
    }

    @Test
    void whatFailedWasDisturbedOrIsForeignStandsForNothing() throws IOException {
        store("old", experiment("old", newton), r -> made(r, m -> new Made(m.code(), 0, "noise", HERE, null)));
        assertThat(find(newton)).isEmpty();
        Origin foreign = new Origin("z", "", "other data", null, false);
        store("old", experiment("old", newton), r -> made(r, m -> m.from(foreign, HERE)));
        assertThat(find(newton)).isEmpty();
        store(
                "old",
                experiment("old", newton),
                r -> with(r, List.of(r.cells().get(0).with(null))));
        assertThat(find(newton)).as("of a version that did not name its code").isEmpty();
    }

    @Test
    void aRunThatCannotBeReadIsPassedOver() throws IOException {
        store("old", experiment("old", newton), r -> r);
        Files.createDirectory(runs.resolve("damaged"));
        Files.writeString(runs.resolve("damaged").resolve(RunFolder.RUN), "{");
        Files.createDirectory(runs.resolve("empty"));
        assertThat(find(newton)).isPresent();
        assertThat(stored().folders()).hasSize(1);
    }

    @Test
    void whatARunReplacesInItsOwnFolderIsNamedWithTheReason() throws IOException {
        store("new", experiment("new", newton, descent), r -> r);
        SolverCell longer = SolverCell.certified(newton.variant(), 1e-3, 9);

        assertThat(known(experiment("new", newton, descent)).replaced()).isEmpty();
        assertThat(known(experiment("new", longer)).lines())
                .contains("Replaced in this folder: prox-newton (other limits); coordinate-descent (not asked for)");
        store("new", experiment("old", newton), r -> made(r, m -> m.from(Origin.reused(r), HERE)));
        assertThat(known(experiment("new", newton)).replaced()).isEqualTo("prox-newton (taken from another run)");
    }

    private KnownResults known(Experiment experiment) throws IOException {
        Set<String> named = FolderRun.labels(experiment.cells());
        return new KnownResults(experiment, HERE, named, StoredRuns.of(runs.resolve("new")), StoredRuns.none());
    }

    private Optional<KnownCell> find(Cell cell) throws IOException {
        return stored().find(cell, experiment.conditions(HERE), 0, code(cell));
    }

    private String whyNot(Cell cell, Conditions conditions, double warmUp, String code) throws IOException {
        assertThat(stored().find(cell, conditions, warmUp, code)).isEmpty();
        return stored().whyNot(cell, conditions, warmUp, code);
    }

    private StoredRuns stored() throws IOException {
        return StoredRuns.within(runs, runs.resolve("new"));
    }

    private String code(Cell cell) {
        return experiment.code().get(cell.label());
    }

    private void store(String folder, Experiment experiment, UnaryOperator<RunResult> change) throws IOException {
        RunSnapshots[] last = new RunSnapshots[1];
        RunResult run = experiment.run(HERE, Map.of(), cell -> {}, (result, snapshots) -> last[0] = snapshots);
        ResultFiles.write(runs.resolve(folder).resolve(RunFolder.RUN), change.apply(run));
        ResultFiles.write(runs.resolve(folder).resolve(RunFolder.SNAPSHOTS), last[0]);
    }

    private static RunResult at(String created, RunResult r) {
        Provenance p = r.provenance();
        Provenance then = new Provenance(
                created, "", null, "", p.java(), p.flags(), null, p.os(), p.cpu(), p.cores(), 0, p.maxHeapBytes());
        return new RunResult(1, r.id(), r.quick(), then, r.data(), r.seed(), r.lambda(), r.lambdaMax(), r.cells());
    }

    private static RunResult made(RunResult r, UnaryOperator<Made> change) {
        return with(
                r, r.cells().stream().map(c -> c.with(change.apply(c.made()))).toList());
    }

    private static RunResult with(RunResult r, List<CellResult> cells) {
        return new RunResult(
                1, r.id(), r.quick(), r.provenance(), r.data(), r.seed(), r.lambda(), r.lambdaMax(), cells);
    }

    private static Experiment experiment(String id, Cell... cells) {
        return new Experiment(id, true, ExperimentTest.twoClouds(), LAMBDA, 0, List.of(cells), 0, 30);
    }
}
