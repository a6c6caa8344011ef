package io.github.l1bench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command in this process, on a master of one core. */
@Tag("slow")
class SolveCommandTest {
    private static final String[] CLASSES = {"ash", "elm", "oak"};

    @TempDir
    private static Path folder;

    private static Path csv;
    private static Path libsvm;

    @BeforeAll
    static void write() throws IOException {
        csv = Files.writeString(folder.resolve("trees.csv"), csv(400));
        libsvm = Files.writeString(folder.resolve("trees.libsvm"), libsvm(400));
    }

    private static double value(Random random, int k, int j) {
        return random.nextInt(3) == 0 ? 0 : Math.round(8 * (random.nextGaussian() + (j == k ? 1 : 0))) / 8.0;
    }

    private static String csv(int rows) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("a,b,kind,c,d\n");
        for (int i = 0; i < rows; i++) {
            int k = i % 3;
            double[] x = {value(random, k, 0), value(random, k, 1), value(random, k, 2), value(random, k, 3)};
            text.append(x[0] + "," + x[1] + "," + CLASSES[k] + "," + x[2] + "," + x[3] + "\n");
        }
        return text.toString();
    }

    private static String libsvm(int rows) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            int k = i % 3;
            text.append(k);
            for (int j = 0; j < 4; j++) {
                text.append(" " + (j + 1) + ":" + value(random, k, j));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static Command solve(Path out, Object... more) {
        List<String> args = new java.util.ArrayList<>(List.of("solve", "--out", out.toString()));
        if (Arrays.stream(more).noneMatch(word -> word.toString().startsWith("--master"))) {
            args.addAll(List.of("--master", "local[1]"));
        }
        for (Object arg : more) {
            args.add(arg.toString());
        }
        return Command.run(args.toArray(String[]::new));
    }

    private static CellResult cell(Path out) throws IOException {
        RunResult run = new RunFolder(out).run();
        assertThat(run.cells()).hasSize(1);
        return run.cells().get(0);
    }

    @Test
    void theSameRowsAsCsvAndLibsvmAreCertifiedWithTheSameResultInAnOrdinaryFile() throws IOException {
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        Command first = solve(a, "--input", csv, "--format", "csv", "--label", "kind", "--lambda", "0.02");
        Command second = solve(b, "--input", libsvm, "--format", "libsvm", "--lambda", "0.02");

        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(second.status()).isZero();
        assertThat(cell(a).fit().relativeGap()).isLessThan(1e-6);
        assertThat(cell(a).coef()).isDeepEqualTo(cell(b).coef());
        assertThat(new RunFolder(a).run().data().labels()).containsExactly(CLASSES);
        assertThat(a.resolve("model.csv")).content().contains("\"oak\",-1,");
        assertThat(a.resolve("checkpoint.json")).doesNotExist();
    }

    @Test
    void aSolveThatWasInterruptedGoesOnFromItsCheckpoint() throws IOException {
        Path out = folder.resolve("c");
        Object[] asked = {"--input", libsvm, "--format", "libsvm", "--lambda", "0.004", "--gap", "1e-9"};
        List<Object> once = new java.util.ArrayList<>(List.of(asked));
        once.addAll(List.of("--max-rounds", "1"));
        Command first = solve(out, once.toArray());
        assertThat(first.status()).isOne();
        Command second = solve(out, asked);

        assertThat(second.status()).isZero();
        assertThat(second.out()).contains("goes on after 2 rounds of an earlier start");
        assertThat(cell(out).fit().relativeGap()).isLessThan(1e-9);
    }

    @Test
    void aPathStartsEachPenaltyFromTheOneBeforeAndFindsWhatIsFinished() throws IOException {
        Path out = folder.resolve("path");
        Object[] asked = {"--input", libsvm, "--format", "libsvm", "--lambda", "0.1,0.05,0.02"};
        long began = System.nanoTime();
        assertThat(solve(out, asked).status()).isZero();
        double took = (System.nanoTime() - began) / 1e9;
        CellResult last = cell(out.resolve("lambda-0.02"));
        assertThat(last.fit().relativeGap()).isLessThan(1e-6);
        assertThat(last.fit().kkt()).isBetween(0.0, 1e-3);
        double sum = cell(out.resolve("lambda-0.1")).seconds()
                + cell(out.resolve("lambda-0.05")).seconds()
                + last.seconds();
        assertThat(sum).as("each counts its own time alone").isBetween(0.0, took);
        assertThat(new RunFolder(out.resolve("lambda-0.02")).run().provenance().command())
                .startsWith("l1bench-spark.jar solve --out")
                .endsWith("--lambda 0.1,0.05,0.02");

        Files.delete(out.resolve("lambda-0.05/run.json"));
        Command again = solve(out, asked);
        assertThat(again.out())
                .containsSubsequence(
                        "lambda 0.1",
                        "is certified already",
                        "lambda 0.05",
                        "converged",
                        "lambda 0.02",
                        "is certified already");
        assertThat(cell(out.resolve("lambda-0.05")).passes()).isLessThan(12);

        Command warm = solve(
                folder.resolve("warm"),
                "--input",
                libsvm,
                "--format",
                "libsvm",
                "--lambda",
                "0.02",
                "--start",
                out.resolve("lambda-0.02"));
        assertThat(warm.status()).isZero();
        assertThat(cell(folder.resolve("warm")).trace()).hasSize(1);
    }

    @Test
    void aTableInParquetIsReadByItsColumns() throws IOException {
        Path table = folder.resolve("trees.parquet");
        try (SparkSession spark = new MasterOptions().session("test")) {
            spark.read()
                    .option("header", "true")
                    .option("inferSchema", "true")
                    .csv(csv.toString())
                    .selectExpr("kind", "a", "b", "c", "d", "array(a, b, c, d) as row")
                    .repartitionByRange(
                            3, new org.apache.spark.sql.Column("kind")) // each class in a partition of its own
                    .write()
                    .parquet(table.toString());
        }
        Object[] asked = {"--input", table, "--format", "parquet", "--label", "kind", "--lambda", "0.02", "--features"};
        assertThat(solve(folder.resolve("p1"), with(asked, "a,b,c,d")).status()).isZero();
        assertThat(solve(folder.resolve("p2"), with(asked, "row")).status()).isZero();

        assertThat(cell(folder.resolve("p1")).coef())
                .isDeepEqualTo(cell(folder.resolve("p2")).coef());
        assertThat(new RunFolder(folder.resolve("p1")).run().data().labels()).containsExactly(CLASSES);
        refused(
                "column kind is the label and cannot be a feature too",
                solve(folder.resolve("p3"), with(asked, "kind")));
        refused(
                "column a is named twice with --features; once will do",
                solve(folder.resolve("p3"), with(asked, "a,a")));
    }

    private static Object[] with(Object[] words, Object more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(words), java.util.stream.Stream.of(more))
                .toArray();
    }

    @Test
    void theEstimatorFitsATableAndPredicts() throws IOException {
        try (SparkSession spark = new MasterOptions().session("test")) {
            Dataset<Row> table = Input.LIBSVM.read(spark, libsvm.toString(), "label", 4);
            L1LogisticModel model = new L1LogisticRegression(
                            "label", List.of("features"), PenaltyRequest.lambda(0.02), 1e-6)
                    .fit(table);
            assertThat(model.certified()).isTrue();
            assertThat(model.classes()).containsExactly("0", "1", "2");
            assertThat(model.predict(Vectors.dense(0, 4, 0, 0))).isEqualTo("1");

            // Many partitions, of which sums are added up on executors first, and empty ones among them.
            L1LogisticModel scattered = new L1LogisticRegression(
                            "label", List.of("features"), PenaltyRequest.lambda(0.02), 1e-6)
                    .fit(table.limit(12).union(table).repartition(20).filter("label >= 0"));
            assertThat(scattered.certified()).isTrue();
        }
    }

    @Test
    void badInputIsOneSentenceAndStatusTwo() throws IOException {
        Path out = folder.resolve("d");
        Path bad = Files.writeString(folder.resolve("bad.csv"), "a,kind\n1,x\nNaN,y\n2,x\n");
        Path words = Files.writeString(folder.resolve("words.csv"), "a,kind\n1,x\ntwo,y\n");
        Path corrupt = Files.writeString(folder.resolve("corrupt.libsvm"), "0 1:2\n1 1:three\n");
        assertThat(solve(out, "--input", corrupt, "--format", "libsvm", "--lambda", "1")
                        .err())
                .isEqualTo("cannot read " + corrupt + " as libsvm: For input string: \"three\"\n");
        Path one = Files.writeString(folder.resolve("one.csv"), "a,kind\n1,x\n2,x\n");
        Path none = Files.writeString(folder.resolve("none.csv"), "a,kind\n");
        refused(
                "there is no column sort; there are a, b, kind, c, d to choose from with --label",
                solve(out, csv(csv, "sort", "0.02")));
        refused("lambda is -1.0; it must be a positive number", solve(out, csv(csv, "kind", "-1")));
        refused("column a of a row is NaN; every value must be a finite number", solve(out, csv(bad, "kind", "0.02")));
        refused(
                "there is only one class; a classifier needs samples of at least two classes",
                solve(out, csv(one, "kind", "1")));
        refused("the input has no rows", solve(out, csv(none, "kind", "0.02")));
        refused(
                "cannot read " + words + " as csv: words.csv: For input string: \"two\"",
                solve(out, csv(words, "kind", "0.02")));
        assertThat(solve(out, csv(folder.resolve("absent"), "kind", "0.02")).err())
                .startsWith("cannot read " + folder.resolve("absent") + " as csv: Path does not exist")
                .hasLineCount(1);
    }

    @Test
    void aFileThatIsDamagedOrEmptyIsNamed() throws IOException {
        Path out = folder.resolve("e");
        Path ragged = Files.writeString(folder.resolve("ragged.csv"), "a,b,kind\n1,2,x\n3,y\n");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Path noise = Files.writeString(folder.resolve("noise.parquet"), "no parquet at all, but some text");
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        refused(
                "cannot read " + ragged + " as csv: ragged.csv: Malformed CSV record: 3,y",
                solve(out, csv(ragged, "kind", "0.02")));
        refused(empty + " is empty; its first line must name the columns", solve(out, csv(empty, "kind", "0.02")));
        refused(
                "cannot read " + nothing + " as csv: there is no such file in it",
                solve(out, csv(nothing, "kind", "0.02")));
        Command parquet = solve(out, "--input", noise, "--format", "parquet", "--label", "kind", "--lambda", "1");
        assertThat(parquet.err())
                .startsWith("cannot read " + noise + " as parquet: ")
                .contains("is not a Parquet file")
                .hasLineCount(1);
        assertThat(parquet.status()).isEqualTo(2);
        Command index = solve(out, "--input", libsvm, "--format", "libsvm", "--feature-count", "3", "--lambda", "1");
        refused("cannot read " + libsvm + " as libsvm: a row has features beyond --feature-count 3", index);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--lambda=0.02,0.1,0.02 | the penalty 0.02 is named twice; name each of a path once",
                "--gap=1e-6 | no penalty is given; give --lambda, --lambda-ratio or --C",
                "--lambda=1 --max-rounds=0 | --max-rounds is 0; it must be at least 1",
                "--lambda=1 --max-pairs=-3 | --max-pairs is -3; it must be at least 1",
                "--lambda=1 --round-seconds=0 | --round-seconds is 0; it must be at least 1",
                "--lambda=1 --master=nonsense | Spark could not be started on nonsense: Could not parse Master URL:"
                        + " 'nonsense'; see that the master is there, and SPARK_HOME holds its jars"
            })
    void optionsThatMakeNoSenseAreOneSentenceThatNamesThem(String words, String sentence) {
        String all = "--format=digits --input=10 " + words;
        refused(sentence, solve(folder.resolve("f"), (Object[]) all.split(" ")));
    }

    @Test
    void aFileWhereTheFolderOfTheResultShouldBeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        refused(
                "cannot write into the folder " + file + "; name another one with --out, or make it writable",
                solve(file, csv(csv, "kind", "1")));
        assertThat(file).hasContent("mine");
    }

    @Test
    void theLogOfTheCommandsHasItsSettings() {
        assertThat(Main.class.getResource("log.properties")).isNotNull();
    }

    @Test
    void aMasterThatDoesNotAnswerIsOneSentenceAtOnce() {
        Command command = Command.run(
                "solve",
                "--master",
                "spark://127.0.0.1:1",
                "--format",
                "digits",
                "--input",
                "10",
                "--lambda",
                "1",
                "--out",
                folder.resolve("nobody").toString());
        refused("no master answers at spark://127.0.0.1:1 (Connection refused); see that it runs, and where", command);
    }

    private static Object[] csv(Path input, String label, String lambda) {
        return new Object[] {"--input", input, "--format", "csv", "--label", label, "--lambda", lambda};
    }

    private static void refused(String sentence, Command command) {
        assertThat(command.err().strip()).isEqualTo(sentence);
        assertThat(command.status()).isEqualTo(2);
    }
}
