package io.github.l1bench.data.arff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.input.RowFiles;
import io.github.l1bench.fuzz.Mutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArffSourceTest {
    private static final String HEADER = """
            % Weather, as everybody knows it
            @relation 'the weather'

            @attribute outlook {sunny, overcast, 'heavy rain'}
            @ATTRIBUTE "air temperature" Real [0, 40]
            @attribute humidity INTEGER % per cent
            @attribute play{yes,no}
            @data
            """;
    private static final String WEATHER = HEADER + """
            sunny, 30.5, 85, no
            'heavy rain',20,0,yes % by train

            overcast 21 86\tyes,
            """;

    @TempDir
    private Path folder;

    @Test
    void aNominalFeatureIsAColumnForEachDeclaredValue() throws IOException {
        Dataset data = raw(WEATHER);

        assertThat(data.train().columns()).isEqualTo(5);
        assertThat(row(data, 0)).containsExactly(1, 0, 0, 30.5, 85);
        assertThat(row(data, 1)).containsExactly(0, 0, 1, 20, 0);
        assertThat(row(data, 2)).containsExactly(0, 1, 0, 21, 86);
    }

    @Test
    void classesHaveTheirNamesInTheUsualOrder() throws IOException {
        Dataset data = raw(WEATHER);

        assertThat(data.info().labels()).containsExactly("no", "yes");
        assertThat(data.trainLabels()).containsExactly(0, 1, 1);
        assertThat(data.info().name()).isEqualTo("arff:data.arff");
        assertThat(data.info().isImage()).isFalse();
    }

    @Test
    void whatASparseRowLeavesOutIsZeroOrTheFirstDeclaredValue() throws IOException {
        Dataset data = raw(HEADER + "{0 'heavy rain', 1 20}\n{}\n{ 3 no , 2 85 }\n");

        assertThat(row(data, 0)).containsExactly(0, 0, 1, 20, 0);
        assertThat(row(data, 1)).containsExactly(1, 0, 0, 0, 0);
        assertThat(row(data, 2)).containsExactly(1, 0, 0, 0, 85);
        assertThat(data.info().labels()).containsExactly("no", "yes");
        assertThat(data.trainLabels()).containsExactly(1, 1, 0);
    }

    @Test
    void sparseAndDenseRowsOfTheSameDataAreTheSame() throws IOException {
        String dense = HEADER + "sunny,0,85,no\novercast,21,0,yes\n";
        String sparse = HEADER + "{3 no,2 85}\n{1 21,0 overcast}\n";

        assertThat(raw(sparse).info().sha256()).isEqualTo(raw(dense).info().sha256());
    }

    @Test
    void theLabelIsCalledClassOrTargetOrIsTheLastNominalAttribute() throws IOException {
        String rows = "@data\na,x,1\nb,x,2\na,y,2\n";

        assertThat(raw("@attribute u {a,b}\n@attribute v {x,y}\n@attribute n real\n" + rows)
                        .trainLabels())
                .containsExactly(0, 0, 1);
        assertThat(raw("@attribute Class {a,b}\n@attribute v {x,y}\n@attribute n real\n" + rows)
                        .trainLabels())
                .containsExactly(0, 1, 0);
        assertThat(raw("@attribute TARGET {a,b}\n@attribute v {x,y}\n@attribute class real\n" + rows)
                        .trainLabels())
                .containsExactly(0, 1, 0);
        fails(
                "@attribute class {a,b}\n@attribute target {x,y}\n@attribute n real\n" + rows,
                "two attributes",
                "--label");
        fails("@attribute a real\n@attribute b string\n@data\n1,2\n", "no nominal attribute", "--label");
    }

    @Test
    void anyAttributeCanBeNamedAsTheLabelByNameOrNumber() throws IOException {
        assertThat(raw(WEATHER, "outlook").info().labels()).containsExactly("heavy rain", "overcast", "sunny");
        assertThat(raw(WEATHER, "3").info().labels()).containsExactly("0", "85", "86");
        assertThat(raw(WEATHER, "humidity").trainLabels()).containsExactly(1, 0, 2);
        assertThat(row(raw(WEATHER, "air temperature"), 1)).containsExactly(0, 0, 1, 0, 1, 0);
        for (String absent : new String[] {"rain", "5", "0"}) {
            DataRequest request = request(WEATHER).with(RowFiles.LABEL, absent);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DataSources.load(request))
                    .withMessageContaining("has no attribute '" + absent + "' for --label")
                    .withMessageContaining("from 1 to 4");
        }
    }

    @Test
    void aNumberWinsOverAName() throws IOException {
        String data = "@attribute 2 {a,b}\n@attribute 1 {c,d}\n@data\na,c\nb,c\nb,d\n";

        assertThat(raw(data, "2").trainLabels()).containsExactly(0, 0, 1);
    }

    @Test
    void aSparseRowWithoutItsNumericLabelIsOfClassZero() throws IOException {
        Dataset data = raw("@attribute a real\n@attribute y real\n@data\n{0 1}\n{1 2}\n", "y");

        assertThat(data.info().labels()).containsExactly("0", "2");
    }

    @Test
    void theFirstRowsCanBeAskedForAndTestRowsComeFromAFileOfTheirOwn() throws IOException {
        Path test = folder.resolve("test.arff");
        Files.writeString(test, HEADER + "overcast,1,2,yes\nsunny,3,4,no\n");
        DataRequest request =
                request(WEATHER).with(RowFiles.TEST_FILE, test.toString()).withoutStandardization();
        Dataset data = DataSources.load(request.withRows(2, 1));

        assertThat(data.trainLabels()).containsExactly(0, 1);
        assertThat(data.testLabels()).containsExactly(1);
        assertThat(data.test().orElseThrow().rowReader().row(0)[1]).isEqualTo(1);
    }

    @Test
    void aTestFileThatIsDeclaredInAnotherWayIsRefused() throws IOException {
        testFails(WEATHER.replace("INTEGER", "{85,0,86}"), "test.arff, line 6: the attribute 'humidity' is declared");
        testFails(WEATHER.replace("{yes,no}", "{no,yes}"), "line 7: the attribute 'play' is declared in another way");
        testFails(WEATHER.replace("air temperature", "heat"), "attribute 'air temperature' in its place");
        testFails(
                "@attribute a real\n@attribute play {yes,no}\n@data\n1,yes\n",
                "test.arff declares 2 attributes, and ",
                "data.arff 4");
    }

    @Test
    void aLabelThatNoTrainingRowHasIsRefused() throws IOException {
        String header = "@attribute a real\n@attribute class {x,y,z}\n@data\n";
        Files.writeString(folder.resolve("test.arff"), header + "1,x\n1,z\n");
        DataRequest request = request(header + "1,x\n2,y\n")
                .with(RowFiles.TEST_FILE, folder.resolve("test.arff").toString());

        fails(request, "test.arff, line 5: no training row has the label 'z'");
    }

    private void testFails(String test, String... complaints) throws IOException {
        Path file = folder.resolve("test.arff");
        Files.writeString(file, test);
        fails(request(WEATHER).with(RowFiles.TEST_FILE, file.toString()), complaints);
    }

    @Test
    void packedFilesAreRead() throws IOException {
        Path packed = folder.resolve("packed.arff");
        Files.write(packed, Mutations.gzip(WEATHER.getBytes(StandardCharsets.UTF_8)));

        assertThat(DataSources.load(DataRequest.of("arff:" + packed)).info().sha256())
                .isEqualTo(DataSources.load(request(WEATHER)).info().sha256());
    }

    @Test
    void filesOfOtherFormatsAreToldTheirName() throws IOException {
        fails("1,2,3\n4,5,6\n", "is a CSV table; name it as data set csv:");
        fails("1 1:2 3:4\n", "is in LIBSVM's format; name it as data set libsvm:");
        fails("<html>please log in</html>", "is a web page");
    }

    @Test
    void measurementsAreNoClasses() throws IOException {
        String rows = IntStream.range(0, 30).mapToObj(i -> i + "," + i + ".5\n").collect(Collectors.joining());
        DataRequest request = request("@attribute a real\n@attribute b real\n@data\n" + rows);

        fails(request.with(RowFiles.LABEL, "b"), "30 different values of attribute 'b' in 30 rows", "no classes");
    }

    @Test
    void aLabelThatCannotBeShownIsRefused() throws IOException {
        fails(
                "@attribute a real\n@attribute class {'\u001bx',y}\n@data\n1,'\u001bx'\n2,y\n",
                "the label '?x' is too long");
    }

    @Test
    void pixelsInASquareAreAnImageAndTakeABytePerPixel() throws IOException {
        String header = "@attribute class {0,1}\n" + attributes("pixel1", "pixel2", "pixel3", "pixel4") + "@data\n";
        Dataset grey = raw(header + "0,1,255,0,3\n1,0,4,5,0\n");
        Dataset other = raw(header + "0,1,255,0,3\n1,0,4.5,5,0\n");
        Dataset sparse = raw(header + "0,1,255,0,3\n{0 1,2 4,3 5}\n");

        assertThat(grey.info().imageWidth()).isEqualTo(2);
        assertThat(grey.info().imageHeight()).isEqualTo(2);
        assertThat(other.info().imageWidth()).isEqualTo(2);
        assertThat(row(grey, 0)).containsExactly(1, 255, 0, 3);
        assertThat(row(grey, 1)).containsExactly(0, 4, 5, 0);
        assertThat(row(other, 0)).containsExactly(1, 255, 0, 3);
        assertThat(row(other, 1)).containsExactly(0, 4.5, 5, 0);
        assertThat(row(sparse, 0)).containsExactly(1, 255, 0, 3);
        assertThat(row(sparse, 1)).containsExactly(0, 4, 5, 0);
    }

    @Test
    void otherNamesAndNumbersOfPixelsAreNoImage() throws IOException {
        for (String names : new String[] {"pixel1", "pixel1 pixel2", "pixel0 pixel1 pixel2 pixel3", "a b c d"}) {
            String[] each = names.split(" ");
            String header = attributes(each) + "@attribute class {0,1}\n@data\n";
            String ones = "1,".repeat(each.length);

            assertThat(raw(header + ones + "0\n" + ones + "1\n").info().isImage())
                    .as(names)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    sunny,30,?,no           | the value of attribute 'humidity', number 3, is missing
                    ?,30,85,no              | the value of attribute 'outlook', number 1, is missing
                    sunny,30,85,?           | the value of attribute 'play', number 4, is missing
                    sunny,,85,no            | the value of attribute 'air temperature', number 2, is missing
                    ,30,85,no               | the value of attribute 'outlook', number 1, is missing
                    sunny,30,85             | the row ends after 3 of 4 values
                    sunny,30,85,no,1        | more than the 4 values
                    sunny,30,85,no,,        | more than the 4 values
                    heavy rain,30,85,no     | 'heavy' is none of the values that are declared for attribute 'outlook'
                    Sunny,30,85,no          | 'Sunny' is none of the values
                    sunny,30,85,maybe       | 'maybe' is none of the values that are declared for attribute 'play'
                    sunny,warm,85,no        | 'warm' is no number
                    sunny,nan,85,no         | 'nan' is not finite
                    sunny,30,85,no,{5}      | weighted rows are not supported
                    sunny,30,85,no {5}      | weighted rows are not supported
                    sunny,{30},85,no        | a brace stands among the values
                    sunny,30},85,no         | a brace stands among the values
                    {0 overcast}, {5}       | weighted rows are not supported
                    {0 overcast} 3          | weighted rows are not supported
                    {0 overcast             | the row's brace is not closed
                    {0 overcast, {1 2}}     | the row's brace is not closed
                    {0 overcast, 1}         | no value stands behind the index of attribute 'air temperature'
                    {0,overcast}            | no value stands behind the index of attribute 'outlook'
                    {4 1}                   | '4' is no index of an attribute; they go from 0 to 3
                    {-1 1}                  | '-1' is no index
                    {1.0 1}                 | '1.0' is no index
                    {99999999999999999 1}   | is no index
                    {1 5, 2 6, 1 5}         | two values of attribute 'air temperature'
                    {1 ?}                   | the value of attribute 'air temperature', number 2, is missing
                    """)
    void aBadRowIsNamedByFileAndLine(String row, String complaint) throws IOException {
        fails(WEATHER + row + "\n" + WEATHER, "data.arff, line 13: ", complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    @attribute                   | the attribute has no name
                    @attribute {a,b}             | the attribute has no name
                    @attribute a                 | the attribute 'a' has no type
                    @attribute a,b               | the attribute 'a' has no type
                    @attribute a relational      | the attribute 'a' has the type 'relational'; known are numeric
                    @attribute a {}              | the attribute 'a' has no values
                    @attribute a {x,y            | the values of attribute 'a' are not closed
                    @attribute a {x,{y}}         | the values of attribute 'a' are not closed
                    @attribute a {x y}           | no comma stands before the value 'y' of attribute 'a'
                    @attribute a {x,y,x}         | the attribute 'a' has the value 'x' twice
                    @attribute a {x,y} {2}       | the attribute 'a' has a weight
                    @attribute a real {2}        | the attribute 'a' has a weight
                    @attribute play real         | the attribute 'play' is declared a second time
                    @attribute a string          | the attribute 'a' has the type string and cannot be a feature
                    @attribute a DATE 'yyyy'     | the attribute 'a' has the type date and cannot be a feature
                    @inputs a                    | '@inputs' stands where @relation, @attribute or @data should
                    5.1,3.5,1.4                  | '5.1' stands where
                    {1 2}                        | a mark stands where
                    """)
    void aBadDeclarationIsNamedByFileAndLine(String line, String complaint) throws IOException {
        fails(
                "@relation x\n\n@attribute play {yes,no}\n" + line + "\n@data\nyes,1\nno,1\n",
                "data.arff, line 4: ",
                complaint);
    }

    @Test
    void aTextCanBeTheLabelIfItIsSaidSo() throws IOException {
        String data = "@attribute a string\n@attribute b {x,y}\n@data\n'one two',x\nr,y\n'one two',y\n";

        assertThat(raw(data, "a").trainLabels()).containsExactly(0, 1, 0);
        assertThat(raw(data, "a").info().labels()).containsExactly("one two", "r");
        fails(
                request(data + "{1 y}\n").with(RowFiles.LABEL, "a"),
                "line 7: the value of attribute 'a', number 1, is missing");
    }

    @Test
    void aFewTestRowsOfManyClassesAreFine() throws IOException {
        String header = "@attribute a real\n@attribute b real\n@data\n";
        String rows =
                IntStream.range(0, 90).mapToObj(i -> i + "," + i % 30 + "\n").collect(Collectors.joining());
        Files.writeString(folder.resolve("test.arff"), header + "1,2\n");
        DataRequest request = request(header + rows)
                .with(RowFiles.LABEL, "b")
                .with(RowFiles.TEST_FILE, folder.resolve("test.arff").toString());

        assertThat(DataSources.load(request).testLabels()).containsExactly(2);
    }

    @Test
    void aFileThatIsNotThereOrHoldsNothingOfUseIsNamed() throws IOException {
        fails(DataRequest.of("arff:" + folder.resolve("absent")), "there is no file");
        fails(DataRequest.of("arff:" + folder), "is a folder");
        fails("", "ends before a line @data");
        fails("@relation x\n@attribute a real\n", "ends before a line @data");
        fails("@relation x\n@data\n1\n", "no @attribute stands before @data");
        fails(HEADER, "holds no rows");
        fails("@attribute a {x,y}\n@data\nx\ny\n", "no attribute beside the label");
        fails(HEADER + "sunny,1,2,no\nsunny,2,3,no\n", "has one class only, no");
    }

    @Test
    void rowsWhoseOmittedNominalValuesWouldFillTheMemoryAreRefused() throws IOException {
        StringBuilder data = new StringBuilder("@attribute class {a,b}\n");
        for (int i = 0; i < 20_000; i++) {
            data.append("@attribute n").append(i).append(" {0,1}\n");
        }
        data.append("@data\n").append("{}\n".repeat(3_000));

        fails(data.toString(), "leaves out so many nominal values");
    }

    private static String attributes(String... names) {
        return Arrays.stream(names)
                .map(name -> "@attribute " + name + " real\n")
                .collect(Collectors.joining());
    }

    private Dataset raw(String content) throws IOException {
        return DataSources.load(request(content).withoutStandardization());
    }

    private Dataset raw(String content, String label) throws IOException {
        return DataSources.load(request(content).with(RowFiles.LABEL, label).withoutStandardization());
    }

    private DataRequest request(String content) throws IOException {
        Path path = folder.resolve("data.arff");
        Files.writeString(path, content);
        return DataRequest.of("arff:" + path);
    }

    private void fails(String content, String... complaints) throws IOException {
        fails(request(content), complaints);
    }

    private static void fails(DataRequest request, String... complaints) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DataSources.load(request))
                .satisfies(e -> assertThat(e.getMessage()).contains(complaints));
    }

    private static double[] row(Dataset data, int i) {
        return Arrays.stream(data.train().rowReader().row(i)).map(v -> v + 0.0).toArray();
    }
}
