package io.github.l1bench.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.input.Packed;
import io.github.l1bench.data.input.RowFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {
    private static final DataOption LABEL = new DataOption("label", "COLUMN", "");
    private static final DataOption HEADER = new DataOption("header", "yes|no", "");
    private static final String GOOD = "width,height,kind\n0.5,2,rose\n1e1,0,tulip\n-.5,1,rose\n";

    @TempDir
    private Path folder;

    private DataRequest request(String content) throws IOException {
        Path path = Files.writeString(folder.resolve("data.csv"), content);
        return DataRequest.of("csv:" + path).withoutStandardization();
    }

    private Dataset load(String content) throws IOException {
        return DataSources.load(request(content));
    }

    private static double[][] rows(Dataset data) {
        double[][] rows = new double[data.train().rows()][];
        Arrays.setAll(
                rows,
                i -> Arrays.stream(data.train().rowReader().row(i))
                        .map(v -> v + 0.0)
                        .toArray());
        return rows;
    }

    private void fails(DataRequest request, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DataSources.load(request))
                .withMessageContaining(message)
                .withMessageContaining("; ")
                .withMessageNotContaining("\n");
    }

    @Test
    void readsFeaturesAndLabelsOfAnyText() throws IOException {
        Dataset data = load(GOOD);

        assertThat(rows(data)).isDeepEqualTo(new double[][] {{0.5, 2}, {10, 0}, {-0.5, 1}});
        assertThat(data.trainLabels()).containsExactly(0, 1, 0);
        assertThat(data.info().labels()).containsExactly("rose", "tulip");
        assertThat(data.info().name()).isEqualTo("csv:data.csv");
        assertThat(data.test()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "width\theight\tkind\n0.5\t2\trose\n1e1\t0\ttulip\n-.5\t1\trose\n",
                "width;height;kind\n0.5;2;rose\n1e1;0;tulip\n-.5;1;rose\n",
                "width,height,kind\r\n0.5,2,rose\r\n1e1,0,tulip\r\n-.5,1,rose",
                "width,height,kind\n\n0.5,2,rose\n1e1,0,tulip\n\n-.5,1,rose\n\n",
                "\"width\",\"height\",\"kind\"\n\"0.5\",\"2\",\"rose\"\n1e1,0,tulip\n-.5,1,rose\n",
                " width , height , kind\n 0.5 , 2 , rose\n 1e1, 0, tulip\n -.5, 1, rose\n",
                "\ufeffwidth,height,kind\n0.5,2,rose\n1e1,0,tulip\n-.5,1,rose\n",
                "0.5,2,rose\n1e1,0,tulip\n-.5,1,rose\n",
                "\"the\nwidth\",\"height, or \"\"length\"\"\",kind\n0.5,2,rose\n1e1,0,tulip\n-.5,1,rose\n"
            })
    void theSameTableInOtherWritingsIsTheSame(String content) throws IOException {
        Dataset data = load(content);

        assertThat(data.info().sha256()).isEqualTo(load(GOOD).info().sha256());
        assertThat(data.info().labels()).containsExactly("rose", "tulip");
    }

    @Test
    void packedTablesAreReadAsWell() throws IOException {
        String hash = load(GOOD).info().sha256();
        for (byte[] packed : Packed.everyWay(GOOD.getBytes(StandardCharsets.UTF_8))) {
            Path path = Files.write(folder.resolve("packed"), packed);
            DataRequest request = DataRequest.of("csv:" + path).withoutStandardization();
            assertThat(DataSources.load(request).info().sha256()).isEqualTo(hash);
        }
    }

    @Test
    void theLabelsMayStandInAnyColumnByNumberOrName() throws IOException {
        DataRequest request = request("kind,width,height\nrose,0.5,2\ntulip,1e1,0\nrose,-.5,1\n");
        String hash = load(GOOD).info().sha256();

        assertThat(DataSources.load(request.with(LABEL, "kind")).info().sha256())
                .isEqualTo(hash);
        request = request("kind,width,height\nrose,0.5,2\ntulip,1e1,0\nrose,-.5,1\n");
        assertThat(DataSources.load(request.with(LABEL, "1")).info().sha256()).isEqualTo(hash);
        request = request("0.5,rose,2\n1e1,tulip,0\n-.5,rose,1\n");
        assertThat(DataSources.load(request.with(LABEL, "2")).info().sha256()).isEqualTo(hash);
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
        DataRequest request = request(GOOD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(request.with(LABEL, "colour")))
                .withMessageContaining("no column 'colour' for --label")
                .withMessageContaining("the columns are 'width', 'height', 'kind'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(request.with(LABEL, "4")))
                .withMessageContaining("no column '4'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(request.with(LABEL, "kind").with(HEADER, "no")))
                .withMessageContaining("the first line names none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(request.with(HEADER, "maybe")))
                .withMessageContaining("--header is given 'maybe'; it takes yes or no");
    }

    @Test
    void classesThatAreNumbersAreOrderedByValue() throws IOException {
        assertThat(load("1,10\n2,9\n3,-1\n4,10.0\n").info().labels()).containsExactly("-1", "9", "10");
        assertThat(load("1,b10\n2,b9\n3,b9\n").info().labels()).containsExactly("b10", "b9");
    }

    @Test
    void namesThatAreNumbersInOrderAreNames() throws IOException {
        assertThat(load("0,1,2,class\n5,5,5,a\n6,6,6,b\n").train().rows()).isEqualTo(2);
        assertThat(load("1,2,3,4\n5,5,5,7\n6,6,6,8\n").train().rows()).isEqualTo(2);
        assertThat(load("0,1,class\n5,5,a\n6,6,b\n").info().labels())
                .as("two may be data")
                .hasSize(3);
        DataRequest request = request("0,1,class\n5,5,a\n6,6,b\n");
        assertThat(DataSources.load(request.with(HEADER, "yes")).train().rows()).isEqualTo(2);
        request = request("0,1,2,c\n5,5,5,a\n6,6,6,b\n");
        assertThat(DataSources.load(request.with(HEADER, "no")).train().rows()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    1,,a            | line 3, column 'height': the value is missing; fill it in
                    1,NA,a          | line 3, column 'height': the value is missing ('NA')
                    ?,2,a           | line 3, column 'width': the value is missing ('?')
                    nan,2,a         | line 3, column 'width': the value is missing ('nan')
                    1,2,            | line 3, column 'kind': the label is missing; fill it in
                    1,2,NaN         | line 3, column 'kind': the label is missing ('NaN')
                    1,red,a         | line 3, column 'height': 'red' is no number; write what it says as numbers, remove the column, or name it with --label
                    1,"0,5",a       | line 3, column 'height': '0,5' is no number; write numbers with a decimal point
                    1,1e999,a       | line 3, column 'height': the value is not finite
                    1,-inf,a        | line 3, column 'height': the value is not finite
                    1,0x10,a        | line 3, column 'height': '0x10' is no number
                    1,2d,a          | line 3, column 'height': '2d' is no number
                    1,a             | line 3: the row has 2 columns where the first line has 3
                    1,2,3,a         | line 3: the row has 4 columns where the first line has 3
                    1,"2"x,a        | line 3: the row cannot be read (Unexpected character after closing quote: 'x' (0x78)); mend
                    1,"2,a          | line 3: the row cannot be read (Unclosed quoted field at end of input); mend its quotes
                    1,2,a\u001b[31m | line 3, column 'kind': the label 'a?[31m' is too long or holds
                    """)
    void aBadRowIsNamedByLineAndColumn(String line, String complaint) throws IOException {
        fails(request("width,height,kind\n0.5,2,rose\n" + line + "\n1,2,tulip\n"), "data.csv, " + complaint);
    }

    @Test
    void columnsWithoutNamesAreNumbered() throws IOException {
        fails(request("1,2,a\n1,x,b\n"), "data.csv, line 2, column 2: 'x' is no number");
        fails(request("5.1,x3,a\n4.9,3.0,b\n6,3,a\n4,2,b\n").with(HEADER, "no"), "line 1, column 2: 'x3' is no number");
        fails(request("5.1,1,1,x3,a\n4.9,1,1,3.0,b\n"), "line 1, column 4: 'x3' is no number");
        fails(request("1,red,a\n2,blue,b\n"), "line 1, column 2: 'red' is no number");
    }

    @Test
    void linesAreCountedAsAnEditorCountsThem() throws IOException {
        fails(request("a,b\n\n\n1,\"x\ny\"\n2,z,3\n"), "line 4, column 'b': the label 'x?y'");
        fails(request("\"a\nb\",c\n1,x\n2,z,3\n"), "line 4: the row has 3 columns");
    }

    @Test
    void whatIsNoTableIsNamed() throws IOException {
        fails(
                request("1 2 3\n4 5 6\n"),
                "data.csv has one column only; separate columns by commas, tabs or semicolons");
        fails(
                request("0 1:0.5 2:1\n1 1:1.5\n"),
                "data.csv is in LIBSVM's format; name it as data set libsvm:" + folder);
        fails(request("% comment\n@RELATION iris\n"), "data.csv is an ARFF file; name it as data set arff:" + folder);
        fails(request("<html>,</html>"), "is a web page");
        fails(request("a,b\n"), "data.csv holds no rows");
        fails(request(""), "data.csv holds no rows");
        fails(request("1,a\n2,a\n"), "one class only, a");
        Files.write(folder.resolve("data.csv"), "1,sm\u00f8r\n2,b\n".getBytes(StandardCharsets.ISO_8859_1));
        fails(DataRequest.of("csv:" + folder.resolve("data.csv")), "is no UTF-8 text from line 1 on; save it as UTF-8");
    }

    @Test
    void aColumnOfMeasurementsIsNoColumnOfLabels() throws IOException {
        StringJoiner table = new StringJoiner("\n", "size,price\n", "\n");
        for (int i = 0; i < 40; i++) {
            table.add(i % 7 + "," + (100 + i / 1.5));
        }
        fails(request(table.toString()), "column 'price': 40 different labels in 40 rows are no classes");
    }

    @Test
    void aFieldWithoutEndIsCutOff() throws IOException {
        fails(
                request("a,b\n1,\"" + "x".repeat(20_000_000)),
                "data.csv, line 2: the row cannot be read (The maximum buffer size of 16777216 is insufficient to read the data"
                        + " of a single field); mend its quotes");
    }

    /** In a virtual machine of its own, whose heap the row fills: it is no fault of the row's quotes. */
    @Test
    void aRowThatFillsTheHeapIsNotTakenForADamagedOne() throws Exception {
        Path path = Files.writeString(folder.resolve("wide.csv"), "1,".repeat(3_000_000) + "a\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InASmallHeap.class.getName(),
                        "csv:" + path)
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("it did not fit");
        assertThat(process.waitFor()).isZero();
    }

    /** Loads a data set that the heap does not hold, and says so. */
    static final class InASmallHeap {
        private InASmallHeap() {}

        public static void main(String[] args) {
            try {
                DataSources.load(DataRequest.of(args[0]));
            } catch (OutOfMemoryError e) {
                System.out.println("it did not fit");
            }
        }
    }

    @Test
    void rowsOfAnotherFileTest() throws IOException {
        Path test = Files.writeString(folder.resolve("test.csv"), "width,height,kind\n7,8,tulip\n9,9,rose\n");
        Dataset data = DataSources.load(request(GOOD).with(RowFiles.TEST_FILE, test.toString()));

        assertThat(data.testLabels()).containsExactly(1, 0);
        assertThat(data.test().orElseThrow().rowReader().row(0)).containsExactly(7, 8);
        assertThat(data.info().origin()).contains("data.csv, test rows from", "test.csv");
        assertThat(DataSources.load(request(GOOD).withRows(3, 1).with(RowFiles.TEST_FILE, test.toString()))
                        .testLabels())
                .containsExactly(1);
    }

    @Test
    void testRowsHaveTheSameColumnsAndLabels() throws IOException {
        Path test = folder.resolve("test.csv");
        Files.writeString(test, "width,height,kind\n7,8,lily\n");
        fails(
                request(GOOD).with(RowFiles.TEST_FILE, test.toString()),
                "line 2, column 'kind': no training row has the" + " label 'lily'");
        Files.writeString(test, "height,width,kind\n7,8,rose\n");
        fails(
                request(GOOD).with(RowFiles.TEST_FILE, test.toString()),
                "test.csv: column 'height' stands where the" + " training rows have column 'width'");
        Files.writeString(test, "7,rose\n");
        fails(
                request(GOOD).with(RowFiles.TEST_FILE, test.toString()),
                "test.csv has 2 columns, but the training rows" + " have 3");
        Files.writeString(test, "7,8,rose\n");
        assertThat(DataSources.load(request(GOOD).with(RowFiles.TEST_FILE, test.toString()))
                        .testLabels())
                .as("the line of names may be missing")
                .containsExactly(0);
        DataRequest both = DataRequest.of("csv:-").with(RowFiles.TEST_FILE, "-");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(both))
                .withMessageContaining("standard input cannot hold both");
    }

    @Test
    void equalNumbersInOtherSpellingsAreTheSameLabelInTheTestFileToo() throws IOException {
        Path test = Files.writeString(folder.resolve("test.csv"), "1,1.0\n2,+2\n");
        DataRequest request = request("5,1\n6,2\n7,1\n").with(RowFiles.TEST_FILE, test.toString());

        assertThat(DataSources.load(request).testLabels()).containsExactly(0, 1);
    }

    @Test
    void manyRowsAndColumnsKeepTheirValues() throws IOException {
        Random random = new Random(8);
        double[][] values = new double[700][90];
        StringBuilder table = new StringBuilder();
        for (double[] row : values) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextInt(3) == 0 ? random.nextGaussian() : 0;
                table.append(row[j]).append(',');
            }
            table.append(random.nextBoolean() ? "a\n" : "b\n");
        }

        assertThat(rows(load(table.toString()))).isDeepEqualTo(values);
    }
}
