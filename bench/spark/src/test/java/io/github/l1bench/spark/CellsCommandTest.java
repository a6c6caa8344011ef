package io.github.l1bench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells whose children are a stand-in for benchmarks.jar. */
@Tag("slow")
class CellsCommandTest {
    @TempDir
    private static Path folder;

    private static Path jar;
    private static Path template;

    @BeforeAll
    static void make() throws IOException {
        jar = folder.resolve("stand-in.jar");
        String name = "io/github/l1bench/cli/Main.class";
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file);
                InputStream content = CellsCommandTest.class.getClassLoader().getResourceAsStream(name)) {
            zip.putNextEntry(new ZipEntry(name));
            content.transferTo(zip);
        }
        Path rows = Files.writeString(folder.resolve("rows.csv"), "a,kind\n1,x\n2,y\n3,y\n0,x\n2,x\n");
        Path out = folder.resolve("template");
        Command made = Command.run(
                "solve",
                "--master",
                "local[1]",
                "--input",
                rows.toString(),
                "--format",
                "csv",
                "--label",
                "kind",
                "--lambda",
                "0.01",
                "--out",
                out.toString());
        assertThat(made.status()).isZero();
        template = out.resolve("run.json");
    }

    private static Command cells(String data, String solvers, Path out, String... more) {
        List<String> words = new ArrayList<>(List.of("cells", "--master", "local[2]"));
        words.addAll(List.of("--files", template.toString(), "--arg", "{file:run.json}"));
        words.addAll(List.of("--data", data, "--solvers", solvers, "--out", out.toString()));
        words.addAll(List.of(more));
        if (!words.contains("--jar")) {
            words.addAll(List.of("--jar", jar.toString()));
        }
        if (!words.contains("--cell-seconds")) {
            words.addAll(List.of("--cell-seconds", "5"));
        }
        return Command.run(words.toArray(String[]::new));
    }

    @Test
    void aCellThatCrashesOrHangsIsAFailureOfItsOwnAndTheOthersHaveTheirRun() throws IOException {
        Path out = folder.resolve("bad");
        Command command = cells("digits", "one;crashes;hangs;two", out);

        assertThat(command.status()).isOne();
        assertThat(command.out())
                .contains("crashes on digits: FAILED", "left no run.json and ended with status 3: the heap is full")
                .contains("hangs on digits: FAILED", "did not end within 5 s");
        assertThat(new RunFolder(out.resolve("digits")).run().cells())
                .extracting(CellResult::solver)
                .containsExactly("one", "two");
        assertThat(out.resolve("digits/cells/crashes/failure.txt")).content().contains("the heap is full");
    }

    @Test
    void whatIsFinishedIsNotRunAgain() throws IOException {
        Path out = folder.resolve("twice");
        assertThat(cells("digits;other", "one", out).status()).isZero();
        Files.delete(out.resolve("other/cells/one/run.json"));
        Command again = cells("digits;other", "one;three", out);

        assertThat(again.status()).isZero();
        assertThat(again.out())
                .contains("1 cells are here, 3 to run")
                .contains("Results on other are in " + out.resolve("other"));
        assertThat(again.out()).doesNotContain("one on digits");
    }

    @Test
    void aCellOfAnotherMachineIsNamedSoAndTheOthersAreNot() throws IOException {
        Path out = folder.resolve("machines");
        assertThat(cells("digits", "one;two;three", out).status()).isZero();
        Path first = out.resolve("digits/cells/one/run.json");
        Files.writeString(
                first, Files.readString(first).replaceFirst("\"cpu\" ?: ?\"[^\"]*\"", "\"cpu\":\"Another processor\""));
        assertThat(cells("digits", "one;two;three", out).status()).isZero();

        RunResult run = new RunFolder(out.resolve("digits")).run();
        assertThat(run.cells()).extracting(CellResult::solver).containsExactly("one", "two", "three");
        assertThat(run.cells()).extracting(CellResult::compares).containsExactly(false, true, true);
        assertThat(run.provenance(run.cells().get(0)).cpu()).isEqualTo("Another processor");
        assertThat(run.provenance().cpu()).isNotEqualTo("Another processor");
        assertThat(run.provenance().command()).startsWith("l1bench-spark.jar cells --master 'local[2]'");
        assertThat(run.cells().get(1).origin()).isEmpty();
    }

    @Test
    void jmhTimesEveryCellAfterItsRun() throws IOException {
        Path out = folder.resolve("timed");
        Command command = cells("digits", "one;two", out, "--jmh", "TimeToTarget -f 3");

        assertThat(command.status()).isZero();
        RunFolder run = new RunFolder(out.resolve("digits"));
        assertThat(run.jmh(run.run()).rows()).extracting(JmhRow::solver).containsExactly("one", "two");
    }

    @Test
    void cellsThatWereRunOtherwiseAreNotTakenForOnesOwn() {
        Path out = folder.resolve("otherwise");
        assertThat(cells("digits", "one", out).status()).isZero();
        Command command = cells("digits", "one", out, "--jmh", "TimeToTarget");

        assertThat(command.status()).isEqualTo(2);
        assertThat(command.err()).contains("holds cells that were run with").hasLineCount(1);
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        Command command = Command.run("cells", "--jar", "none.jar", "--data", "digits", "--out", folder.toString());
        assertThat(command.status()).isEqualTo(2);
        assertThat(command.err().strip()).isEqualTo("there is no file none.jar to send to the executors");
    }

    @Test
    void aFileThatIsNotTheSuiteOrAFolderThatIsAFileIsRefusedBeforeSparkStarts() {
        Path out = folder.resolve("refused");
        Command noJar = cells("digits", "one", out, "--jar", template.toString());
        assertThat(noJar.err().strip()).isEqualTo(template + " is no jar; --jar names the suite's benchmarks.jar");
        assertThat(cells("digits", "one", template).err())
                .startsWith("cannot write into the folder " + template)
                .hasLineCount(1);
        assertThat(cells("digits", "one", out, "--cell-seconds", "0").err().strip())
                .isEqualTo("--cell-seconds is 0; it must be at least 1");
        assertThat(out).doesNotExist();
    }
}
