package io.github.l1bench.data.arff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
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
        fails(request(WEATHER).with(ArffSource.LABEL, "rain"), "no attribute 'rain'", "from 1 to 4");
        fails(request(WEATHER).with(ArffSource.LABEL, "5"), "no attribute '5'");
        fails(request(WEATHER).with(ArffSource.LABEL, "0"), "no attribute '0'");
    }

    @Test
    void aNameWinsOverANumber() throws IOException {
        String data = "@attribute 2 {a,b}\n@attribute 1 {c,d}\n@data\na,c\nb,c\nb,d\n";

        assertThat(raw(data, "2").trainLabels()).containsExactly(0, 1, 1);
    }

    @Test
    void aSparseRowWithoutItsNumericLabelIsOfClassZero() throws IOException {
        Dataset data = raw("@attribute a real\n@attribute y real\n@data\n{0 1}\n{1 2}\n", "y");

        assertThat(data.info().labels()).containsExactly("0", "2");
    }

    @Test
    void rowsAreChosenAsTrainTestSplitDoes() throws IOException {
        String data = "@attribute a real\n@attribute class {0,1}\n@data\n"
                + IntStream.range(0, 10).mapToObj(i -> i + "," + i % 2 + "\n").collect(Collectors.joining());
        DataRequest request = request(data).withoutStandardization();

        // numpy: RandomState(0).permutation(10) is 2 8 4 9 1 6 7 3 0 5
        Dataset both = DataSources.load(request.withRows(4, 3));
        assertThat(first(both)).containsExactly(9, 1, 6, 7);
        assertThat(both.testLabels()).containsExactly(0, 0, 0);
        assertThat(first(load(request, 4, null))).containsExactly(7, 3, 0, 5);
        assertThat(first(load(request, null, 3))).containsExactly(9, 1, 6, 7, 3, 0, 5);
        assertThat(first(load(request, null, null))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(request, null, 10))
                .withMessageContaining("1 training and 10 test rows")
                .withMessageContaining("has 10 in all");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(request, 11, null))
                .withMessageContaining("11 training and 0 test rows");
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
                    <!DOCTYPE html>              | '<!DOCTYPE' stands where
                    """)
    void aBadDeclarationIsNamedByFileAndLine(String line, String complaint) throws IOException {
        fails(
                "@relation x\n\n@attribute play {yes,no}\n" + line + "\n@data\nyes,1\nno,1\n",
                "data.arff, line 4: ",
                complaint);
    }

    @Test
    void aTextThatShouldBeTheLabelIsRefused() throws IOException {
        DataRequest request = request("@attribute a string\n@attribute b {x,y}\n@data\nq,x\nr,y\n");

        fails(request.with(ArffSource.LABEL, "a"), "line 1", "'a' has the type string and cannot be the label");
    }

    @Test
    void aFileThatIsNotThereOrHoldsNothingOfUseIsNamed() throws IOException {
        fails(DataRequest.of("arff:" + folder.resolve("absent")), "there is no file", "arff:");
        fails(DataRequest.of("arff:" + folder), "cannot be read");
        fails("", "ends before a line @data");
        fails("@relation x\n@attribute a real\n", "ends before a line @data");
        fails("@relation x\n@data\n1\n", "no @attribute stands before @data");
        fails(HEADER, "has no rows");
        fails("@attribute a {x,y}\n@data\nx\ny\n", "no attribute beside the label");
        fails(HEADER + "sunny,1,2,no\nsunny,2,3,no\n", "has one class only, 'no'");
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
        return DataSources.load(request(content).with(ArffSource.LABEL, label).withoutStandardization());
    }

    private static Dataset load(DataRequest request, Integer train, Integer test) {
        return DataSources.load(new DataRequest(
                request.name(),
                request.options(),
                false,
                train == null ? OptionalInt.empty() : OptionalInt.of(train),
                test == null ? OptionalInt.empty() : OptionalInt.of(test),
                0,
                false));
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

    private static double[] first(Dataset data) {
        double[] column = new double[data.train().rows()];
        data.train().column(0, column);
        return Arrays.stream(column).map(v -> v + 0.0).toArray();
    }
}
