package io.github.l1bench.cli;

import static io.github.l1bench.cli.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.RunResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionCommandTest {
    @TempDir
    private Path folder;

    private Path file;
    private CollectionFolder out;

    @BeforeEach
    void writeACollection() throws IOException {
        file = folder.resolve("mine.collection");
        out = new CollectionFolder(folder.resolve("out"));
        Files.writeString(
                file,
                "budget 0.6\nfamily any\na gaussian:p=5 penalty=0.5,0.1\nb categories:levels=3 train=200 penalty=0.5\n");
    }

    @Test
    @Tag("slow")
    void aCollectionIsRunAndGoesOnWhereItWas() throws IOException {
        Outcome first = run("run --solvers newton;prox-newton --collection " + file + " --out " + out.path());
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).contains("Collection mine: 3 instances", "[  3/3] b-0.5", "2 of 2 certify 1e-6");
        CollectionResults results = out.read();
        assertThat(results.collection()).isEqualTo("mine");
        assertThat(results.outcomes()).hasSize(6);
        assertThat(results.provenance().command()).contains("--collection").doesNotContain("--out");

        Outcome second = run("run --solvers newton;prox-newton --collection " + file + " --out " + out.path());
        assertThat(second.out()).contains("; known");
        assertThat(out.read().outcomes()).isEqualTo(results.outcomes());
    }

    @Test
    void whatCannotBeHadIsNamedAgainAtTheEnd() throws IOException {
        Files.writeString(file, "a gaussian:p=5 train=50 penalty=0.5\nb csv:nowhere.csv penalty=0.5,0.1\n");
        Outcome part = run("run --quick --solvers newton --collection " + file + " --out " + out.path());
        assertThat(part.status()).as(part.err()).isZero();
        assertThat(part.out())
                .contains("LEFT OUT: there is no file nowhere.csv", "Left out: 2 of 3 instances, b-0.5, b-0.1");
    }

    @Test
    void whatAnotherBudgetReplacesIsOneLine() throws IOException {
        Files.writeString(file, "a gaussian:p=5 train=50 penalty=0.5,0.1\n");
        String command =
                "run --solvers newton --repeats 1 --collection " + file + " --out " + out.path() + " --max-seconds ";
        assertThat(run(command + "0.1").out()).doesNotContain("replaces");
        assertThat(run(command + "0.1").out()).doesNotContain("replaces");
        assertThat(run(command + "0.2").out())
                .containsOnlyOnce("replaces")
                .contains(
                        "    replaces results in this folder, of a-0.5 and of instances below: newton (other limits)");
    }

    @Test
    void aPeerThatIsNotReadyIsNamedInTheResultsWithWhatItNeeds() throws IOException {
        Path peer = Files.createDirectories(folder.resolve("nobody-has-it"));
        Files.writeString(peer.resolve("peer.properties"), """
                title = a program that nobody has
                home = https://example.org
                licence = MIT
                question = multinomial
                command = a-program-that-nobody-has
                ladder = tol from 1e-1 to 1e-2
                needs = a-program: apt-get install a-program
                """);
        Files.writeString(file, "a gaussian:p=5 train=50 penalty=0.5\n");
        Outcome outcome = run("run --quick --solvers newton --peers nobody* --peer-folder " + peer + " --collection "
                + file + " --out " + out.path());
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("Left out: nobody-has-it, which is not ready: it cannot be started");
        assertThat(out.read().absent()).singleElement().satisfies(absent -> {
            assertThat(absent.name()).isEqualTo("nobody-has-it");
            assertThat(absent.needs()).contains("a-program: apt-get install a-program");
        });
    }

    @Test
    void withoutAnyDataThereIsNoRun() throws IOException {
        Files.writeString(file, "b csv:nowhere.csv penalty=0.5,0.1\n");
        Outcome none = run("run --solvers newton --collection " + file + " --out " + out.path());
        assertThat(none.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(none.out()).contains("[  2/2] b-0.1", "LEFT OUT: there is no file nowhere.csv");
        assertThat(none.err()).contains("no instance of mine could be had").hasLineCount(1);
    }

    @Test
    void whatContradictsACollectionIsRefused() throws IOException {
        Outcome lambda = run("run --lambda 0.1 --collection " + file + " --out " + out.path());
        assertThat(lambda.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(lambda.err()).contains("--lambda is said by a collection");
        Files.writeString(file, "a gausian:p=5 penalty=0.5\n");
        Outcome wrong = run("run --collection " + file + " --out " + out.path());
        assertThat(wrong.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(wrong.err())
                .contains("mine.collection, line 1: there is no data set")
                .hasLineCount(1);
        assertThat(out.path()).doesNotExist();
    }

    @Test
    @Tag("long")
    void aKilledCollectionLosesNothingThatWasFinished() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // what another virtual machine computed stands only if that had the same flags
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--solvers",
                "newton;owl-qn",
                "--collection",
                file.toString(),
                "--out",
                out.path().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("[  2/3]")) {
                line = lines.readLine();
            }
            assertThat(line).isNotNull();
            process.destroyForcibly();
        }
        process.waitFor();
        CollectionResults before = out.read();
        assertThat(before.instances()).hasSizeGreaterThanOrEqualTo(2);
        RunResult finished = out.instance("a-0.5").run();

        Outcome again = run("run --solvers newton;owl-qn --collection " + file + " --out " + out.path());
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(out.read().outcomes()).hasSize(6);
        assertThat(again.out()).contains("; known");
        assertThat(out.instance("a-0.5").run().cells())
                .extracting(CellResult::seconds)
                .isEqualTo(finished.cells().stream().map(CellResult::seconds).toList());
    }

    @Test
    void anOptimumIsMadeAndCheckedByItsCommand() throws IOException {
        Path table = folder.resolve("optima.json");
        Outcome made = run("optima " + file + " --make " + table);
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(made.out()).contains("a-0.1").contains("b-0.5").contains("The optima are in");
        assertThat(Files.readAllLines(table)).anyMatch(line -> line.contains("\"name\":\"a-0.1\""));
        Outcome checked = run("optima " + file);
        assertThat(checked.status()).isEqualTo(1);
        assertThat(checked.out()).contains("a-0.1: is not in the table", "0 of 3 hold");
    }
}
