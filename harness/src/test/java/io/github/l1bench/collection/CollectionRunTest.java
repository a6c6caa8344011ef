package io.github.l1bench.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.l1bench.experiment.Cell;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionRunTest {
    private static final Provenance HERE = Machine.provenance("test");
    // a quarter of it warms up, and the problems take milliseconds
    private static final double BUDGET = 0.6;
    private static final Instance TABLE = instance("table", "gaussian:p=5,k=3", 0.1);
    private static final Instance AGAIN = instance("again", "gaussian:p=5,k=3", 0.5);
    private static final Instance ABSENT = instance("absent", "csv:there-is-no-such-file.csv", 0.1);

    private static final List<MissingPeer> ABSENT_PEERS = List.of(new MissingPeer("glmnet", "R"));

    @TempDir
    private Path folder;

    private final List<String> events = new ArrayList<>();

    @Test
    void everySolverHasATimeAndPassesToEachGapOfTheLadder() throws IOException {
        CollectionResults results = run("a", List.of(TABLE, AGAIN), "newton", "coordinate-descent");
        assertThat(results.instances()).extracting(InstanceFacts::name).containsExactly("table", "again");
        assertThat(results.solvers()).containsExactly("newton", "coordinate-descent");
        assertThat(results.outcomes()).hasSize(4).allSatisfy(outcome -> {
            assertThat(outcome.status()).isEqualTo("certified");
            assertThat(outcome.repeats()).isBetween(1, 3);
            assertThat(outcome.seconds()).hasSize(25).isSorted().allMatch(Double::isFinite);
            assertThat(outcome.passes()).hasSize(25).isSorted().allMatch(Double::isFinite);
            assertThat(outcome.finalGap()).isLessThanOrEqualTo(1e-9);
        });
        InstanceFacts facts = results.instances().get(0);
        assertThat(facts.relativeGap()).isBetween(-1e-15, 1e-9);
        assertThat(facts.lambda()).isEqualTo(0.1 * facts.lambdaMax());
        assertThat(new CollectionFolder(folder.resolve("a")).read()).isEqualTo(results);
    }

    @Test
    void aTimeIsThatOfTheFirstPointWhoseCertificateHolds() throws IOException {
        CollectionResults results = run("a", List.of(TABLE), "owl-qn");
        RunResult run =
                new CollectionFolder(folder.resolve("a")).instance("table").run();
        List<TracePoint> trace = run.cells().get(0).trace();
        Outcome outcome = results.outcomes().get(0);
        for (int g = 0; g < results.gaps().size(); g++) {
            double gap = results.gaps().get(g);
            double seconds = outcome.seconds().get(g);
            assertThat(trace.stream().filter(p -> p.seconds() < seconds))
                    .allMatch(p -> p.fit().relativeGap() > gap);
            assertThat(trace.stream().filter(p -> p.seconds() == seconds))
                    .anyMatch(p -> p.fit().relativeGap() <= gap);
        }
    }

    @Tag("long")
    @Test
    void whatCannotBeHadIsLeftOutByName() throws IOException {
        CollectionResults results = run("a", List.of(ABSENT, TABLE), "newton");
        assertThat(results.instances()).extracting(InstanceFacts::name).containsExactly("table");
        assertThat(results.missing()).singleElement().satisfies(out -> {
            assertThat(out.instance()).isEqualTo("absent");
            assertThat(out.reason()).contains("there-is-no-such-file.csv");
        });
        assertThat(events).contains("left out absent");
        assertThat(results.absent()).isEqualTo(ABSENT_PEERS);
    }

    @Test
    void aSecondStartComputesOnlyWhatIsNotFinished() throws IOException {
        CollectionResults first = run("a", List.of(TABLE), "newton");
        events.clear();
        CollectionResults both = run("a", List.of(TABLE, AGAIN), "newton");
        assertThat(events).containsExactly("table: 0 to run", "done table", "again: 1 to run", "newton", "done again");
        assertThat(both.outcomes().get(0)).isEqualTo(first.outcomes().get(0));
    }

    @Test
    void whatAnotherBudgetReplacesIsSaidBeforeAndWhy() throws IOException {
        run("a", List.of(TABLE), "newton", "owl-qn");
        events.clear();
        CollectionFolder own = new CollectionFolder(folder.resolve("a"));
        new CollectionRun(
                        collection(List.of(TABLE, AGAIN)),
                        plan(BUDGET / 2, List.of("newton"), List.of()),
                        own,
                        List.of(),
                        HERE,
                        true)
                .run(new Events());
        assertThat(events)
                .startsWith("table replaces newton (other limits); owl-qn (not asked for)", "table: 1 to run")
                .contains("again: 1 to run");
        assertThat(own.instance("table").run().cells()).hasSize(1);
    }

    @Test
    void whatOtherDataReplaceIsSaidToo() throws IOException {
        run("a", List.of(TABLE), "newton");
        events.clear();
        run("a", List.of(instance("table", "gaussian:p=6,k=3", 0.1)), "newton");
        assertThat(events).first().asString().startsWith("table replaces newton (other data");
    }

    @Test
    void aDamagedRunOfAnInstanceIsMadeAgainAndNothingElse() throws IOException {
        run("a", List.of(TABLE, AGAIN), "newton");
        RunFolder damaged = new CollectionFolder(folder.resolve("a")).instance("again");
        Files.writeString(damaged.file(RunFolder.RUN), "{");
        events.clear();
        run("a", List.of(TABLE, AGAIN), "newton");
        assertThat(events).containsExactly("table: 0 to run", "done table", "again: 1 to run", "newton", "done again");
        assertThat(damaged.run().cells()).hasSize(1);
    }

    @Test
    void anInterruptedInstanceKeepsTheCellsThatItFinished() throws IOException {
        CollectionFolder own = new CollectionFolder(folder.resolve("a"));
        Events interrupted = new Events() {
            @Override
            public void started(Cell cell) {
                if (cell.label().equals("owl-qn")) {
                    throw new IllegalStateException("killed");
                }
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> runOf(own, List.of(TABLE), "newton", "owl-qn").run(interrupted));
        events.clear();
        run("a", List.of(TABLE), "newton", "owl-qn");
        assertThat(events).containsExactly("table: 1 to run", "owl-qn", "done table");
    }

    @Test
    void anInterruptedRunNamesWhatItHasNotReached() throws IOException {
        CollectionFolder own = new CollectionFolder(folder.resolve("a"));
        Events interrupted = new Events() {
            @Override
            public void done(Instance instance, RunResult result) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        runOf(own, List.of(ABSENT, TABLE, AGAIN), "newton").run(interrupted));
        assertThat(own.read().missing()).extracting(LeftOut::instance).containsExactly("absent", "again");
        assertThat(own.read().missing().get(1).reason()).contains("the same command goes on");
        assertThat(run("a", List.of(ABSENT, TABLE, AGAIN), "newton").missing()).hasSize(1);
    }

    @Test
    void resultsOfAnotherCollectionStandForSolversThatAreNotNamed() throws IOException {
        run("a", List.of(TABLE), "newton");
        events.clear();
        CollectionFolder own = new CollectionFolder(folder.resolve("b"));
        Plan plan = plan(List.of("owl-qn"), List.of("newton"));
        CollectionResults results = new CollectionRun(
                        collection(List.of(TABLE)), plan, own, CollectionFolder.within(folder), HERE, true)
                .run(new Events());
        assertThat(events).containsExactly("table: 1 to run", "owl-qn", "done table");
        assertThat(results.solvers()).containsExactly("owl-qn", "newton");
        assertThat(results.outcomes().get(1).made().origin().run()).isEqualTo("a/table");
    }

    private CollectionResults run(String name, List<Instance> instances, String... solvers) throws IOException {
        return runOf(new CollectionFolder(folder.resolve(name)), instances, solvers)
                .run(new Events());
    }

    private static CollectionRun runOf(CollectionFolder own, List<Instance> instances, String... solvers) {
        Plan plan = plan(List.of(solvers), List.of());
        return new CollectionRun(collection(instances), plan, own, List.of(), HERE, true);
    }

    private static Collection collection(List<Instance> instances) {
        return new Collection("mine", BUDGET, instances);
    }

    private static Plan plan(List<String> named, List<String> others) {
        return plan(BUDGET, named, others);
    }

    private static Plan plan(double budget, List<String> named, List<String> others) {
        return new Plan(
                variants(named), variants(others), List.of(), List.of(), ABSENT_PEERS, budget, 3, 30, false, false);
    }

    private static List<Variant> variants(List<String> names) {
        return names.stream().map(Variant::parse).toList();
    }

    private static Instance instance(String name, String data, double ratio) {
        return new Instance(name, "any", data, Map.of(), null, null, true, ratio, 0);
    }

    /** Writes down what it is told. */
    private class Events implements CollectionRun.Listener {
        @Override
        public void replaced(Instance instance, String results) {
            events.add(instance.name() + " replaces " + results);
        }

        @Override
        public void begun(Instance instance, int toRun) {
            events.add(instance.name() + ": " + toRun + " to run");
        }

        @Override
        public void done(Instance instance, RunResult result) {
            events.add("done " + instance.name());
        }

        @Override
        public void leftOut(LeftOut instance) {
            events.add("left out " + instance.instance());
        }

        @Override
        public void started(Cell cell) {
            events.add(cell.label());
        }

        @Override
        public void finished(CellResult cell) {}

        @Override
        public void removed(List<String> lost) {}
    }
}
