package io.github.l1bench.data.openml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.input.RowFiles;
import io.github.l1bench.fuzz.Mutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets of a local server that answers as OpenML does. */
class OpenmlSourceTest {
    private static final String WEATHER = """
            @relation weather
            @attribute day string
            @attribute outlook {sunny,rainy}
            @attribute temperature numeric
            @attribute class {yes,no}
            @attribute wind numeric
            @data
            monday,sunny,30,no,1
            tuesday,rainy,20,yes,2
            wednesday,rainy,21,yes,2
            thursday,sunny,25,yes,3
            """;
    private static final String[] WITHOUT_DAY = {"row_id_attribute", "day"};

    @TempDir
    private Path folder;

    private LocalOpenml openml;

    @BeforeEach
    void start() throws IOException {
        openml = new LocalOpenml(folder);
        openml.serve(61, WEATHER, WITHOUT_DAY);
    }

    @AfterEach
    void stop() {
        openml.close();
    }

    @Test
    void theDescriptionSaysWhatIsTheTargetAndWhatIsNoFeature() {
        Dataset data = raw(request(61));

        assertThat(row(data, 0)).containsExactly(1, 0, 30, 1);
        assertThat(row(data, 1)).containsExactly(0, 1, 20, 2);
        assertThat(data.info().labels()).containsExactly("no", "yes");
        assertThat(data.trainLabels()).containsExactly(0, 1, 1, 1);
        assertThat(data.info().name()).isEqualTo("openml:61");
        assertThat(data.info().title()).isEqualTo("set (OpenML 61)");
        assertThat(data.info().origin()).contains("OpenML's data set 61, set version 1");
        assertThat(data.info().notice()).isEmpty();
        assertThat(data.test()).isEmpty();
    }

    @Test
    void ignoredAttributesAreAListAsWell() {
        openml.serve(62, WEATHER, "row_id_attribute", "day", "ignore_attribute", "[\"outlook\",\"wind\"]");

        assertThat(row(raw(request(62)), 3)).containsExactly(25);
    }

    @Test
    void anotherTargetCanBeChosenAndTheUsualOneIsAFeatureThen() {
        Dataset data = raw(request(61).with(RowFiles.LABEL, "outlook"));

        assertThat(data.info().labels()).containsExactly("rainy", "sunny");
        assertThat(row(data, 0)).containsExactly(30, 0, 1, 1);
    }

    @Test
    void rowsAreChosenAsTrainTestSplitDoes() {
        // numpy: RandomState(0).permutation(4) is 2 3 1 0
        Dataset data = raw(request(61).withRows(2, 1));

        assertThat(row(data, 0)).containsExactly(1, 0, 25, 3);
        assertThat(row(data, 1)).containsExactly(0, 1, 20, 2);
        assertThat(data.testLabels()).containsExactly(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> raw(request(61).withRows(4, 1)))
                .withMessageContaining("openml:61 has 4 in all");
    }

    @Test
    void sparseFilesAreRead() {
        openml.serve(63, WEATHER + "{2 5,4 6}\n", "row_id_attribute", "day", "format", "Sparse_ARFF");

        assertThat(row(raw(request(63)), 4)).containsExactly(1, 0, 5, 6);
    }

    @Test
    void aTargetThatIsNoClassIsRefused() {
        openml.serve(64, WEATHER, "default_target_attribute", "wind", "row_id_attribute", "day");
        fails(request(64), "the target 'wind' of openml:64 is numeric", "--label");
        assertThat(raw(request(64).with(RowFiles.LABEL, "wind")).info().labels())
                .containsExactly("1", "2", "3");

        openml.serve(65, WEATHER, "default_target_attribute", "outlook,class");
        fails(request(65), "openml:65 has several targets, 'outlook,class'; choose one with --label");

        openml.serve(66, WEATHER, "default_target_attribute", "play");
        fails(request(66), "the target 'play' of openml:66 is no attribute of its file");

        openml.serve(67, WEATHER, "default_target_attribute", "");
        fails(request(67), "openml:67 names no attribute as its target", "--label");
    }

    @Test
    void aTextThatIsNotIgnoredIsRefused() {
        openml.serve(68, WEATHER);

        fails(request(68), "openml:68 (", "line 2", "'day' has the type string and cannot be a feature");
    }

    @Test
    void otherFormatsAreRefusedAndNothingIsKept() {
        openml.serve(69, WEATHER, "format", "arrow");

        fails(request(69), "openml:69 is stored as 'arrow'");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatOpenmlDoesNotOfferForUseIsReadWithANotice() {
        openml.serve(70, WEATHER, "row_id_attribute", "day", "status", "deactivated");

        assertThat(raw(request(70)).info().notice()).contains("its status is deactivated");
    }

    @Test
    void pixelsAreAnImage() {
        openml.serve(71, """
                @attribute pixel1 real
                @attribute pixel2 real
                @attribute pixel3 real
                @attribute pixel4 real
                @attribute class {0,1}
                @data
                0,255,3,0,1
                1,0,0,2,0
                """);

        assertThat(raw(request(71)).info().imageWidth()).isEqualTo(2);
        assertThat(raw(request(71)).info().imageHeight()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist_784", "0", "-1", "1.5", "99999999999", "554/../1", "554 "})
    void whatIsNoNumberOfADataSetIsRefused(String argument) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> raw(DataRequest.of("openml:" + argument)))
                .withMessageContaining("openml: is given '" + argument + "'")
                .withMessageContaining("openml:554");
    }

    @Test
    void aDataSetIsDownloadedOnce() {
        String first = raw(request(61)).info().sha256();
        assertThat(openml.answers).hasValue(2);

        assertThat(raw(request(61)).info().sha256()).isEqualTo(first);
        assertThat(raw(request(61).withoutDownload()).info().sha256()).isEqualTo(first);
        assertThat(openml.answers).hasValue(2);
        assertThat(files()).containsExactly("data.arff.gz", "description.json.gz");
    }

    @Test
    void severalSplitsAreMadeFromOneReading() throws IOException {
        OpenmlSource source = openml.source();
        Dataset all = source.load(request(61));
        Files.delete(openml.cache().resolve("61").resolve("data.arff.gz"));

        assertThat(source.load(request(61).withRows(2, 1)).info().trainRows()).isEqualTo(2);
        assertThat(source.load(request(61)).info().sha256())
                .isEqualTo(all.info().sha256());
    }

    @Test
    void offlineNothingIsDownloaded() {
        fails(
                request(61).withoutDownload(),
                "openml:61 is not on this machine and downloading is forbidden",
                "--offline");
        assertThat(openml.answers).hasValue(0);
        assertThat(openml.cache()).doesNotExist();
    }

    @Test
    void offlineAWrongFileIsNamed() throws IOException {
        raw(request(61));
        damage("data.arff.gz", WEATHER.replace("30", "31"));

        fails(request(61).withoutDownload(), "data.arff.gz has the MD5", "downloading is forbidden");
    }

    @Test
    void wrongFilesInTheCacheAreReplaced() throws IOException {
        String good = raw(request(61)).info().sha256();
        damage("data.arff.gz", WEATHER.replace("30", "31"));
        assertThat(raw(request(61)).info().sha256()).isEqualTo(good);
        damage("data.arff.gz", "no ARFF at all");
        assertThat(raw(request(61)).info().sha256()).isEqualTo(good);
        damage("description.json.gz", "{}");
        assertThat(raw(request(61)).info().sha256()).isEqualTo(good);
        Files.writeString(openml.cache().resolve("61").resolve("data.arff.gz"), "no gzip");
        assertThat(raw(request(61)).info().sha256()).isEqualTo(good);

        assertThat(openml.answers).hasValue(2 + 4);
        assertThat(files()).containsExactly("data.arff.gz", "description.json.gz");
    }

    @Test
    void aRightFileThatCannotBeUsedStaysInTheCache() {
        openml.serve(72, WEATHER + "friday,sunny,?,no,1\n", WITHOUT_DAY);

        fails(
                request(72),
                "openml:72 (",
                "data.arff.gz), line 12: the value of attribute 'temperature', number 3, is missing");
        fails(request(72).withoutDownload(), "line 12: the value of attribute 'temperature'");
        assertThat(openml.answers).hasValue(2);
    }

    @Test
    void whatScikitLearnLeftIsUsedAndNotCopied() throws IOException {
        leave("api/v1/json/data/61", description(61));
        leave(LocalOpenml.DATA, WEATHER);

        assertThat(raw(request(61).withoutDownload()).trainLabels()).containsExactly(0, 1, 1, 1);
        assertThat(openml.answers).hasValue(0);
        assertThat(openml.cache()).doesNotExist();
    }

    @Test
    void soIsWhatOlderVersionsOfItLeft() throws IOException {
        leave("api/v1/json/data/61", description(61));
        leave("data/v1/download/99", WEATHER);

        assertThat(raw(request(61).withoutDownload()).trainLabels()).containsExactly(0, 1, 1, 1);
    }

    @Test
    void whatScikitLearnLeftIsNotTouchedIfItIsWrong() throws IOException {
        Path description = leave("api/v1/json/data/61", "{}");
        Path data = leave(LocalOpenml.DATA, WEATHER.replace("30", "31"));
        byte[] before = Files.readAllBytes(data);

        fails(request(61).withoutDownload(), "61.gz cannot be used", "downloading is forbidden");
        assertThat(row(raw(request(61)), 0)).containsExactly(1, 0, 30, 1);
        assertThat(Files.readAllBytes(data)).isEqualTo(before);
        assertThat(description).exists();
        assertThat(files()).containsExactly("data.arff.gz", "description.json.gz");
    }

    @Test
    void anAddressDoesNotLeadOutOfTheFolderOfScikitLearn() throws IOException {
        Path outside = Files.createDirectories(openml.scikitLearn()).resolve("secret.gz");
        Files.write(outside, Mutations.gzip(WEATHER.getBytes(StandardCharsets.UTF_8)));
        String url = openml.server.address("").toString() + "../../secret";
        leave(
                "api/v1/json/data/61",
                openml.description(61, LocalOpenml.md5(WEATHER.getBytes(StandardCharsets.UTF_8)), "url", url));

        fails(request(61).withoutDownload(), "is not on this machine");
    }

    @Test
    void aMirrorTakesThePlaceOfAllAddresses() {
        openml.serve(61, WEATHER, "row_id_attribute", "day", "url", "http://127.0.0.1:1/" + LocalOpenml.DATA);

        fails(request(61), "openml:61 cannot be had: http://127.0.0.1:1/", "ConnectException", "--mirror");
        for (String mirror : List.of(openml.server.address("").toString(), openml.server.address("") + "//")) {
            assertThat(raw(request(61).with(OpenmlSource.MIRROR, mirror.replaceAll("/+$", "")))
                            .trainLabels())
                    .containsExactly(0, 1, 1, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api.openml.org", "file:///tmp", "http://", "http://a b", "ftp://example.org"})
    void aMirrorIsAnAddressOnTheWeb(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> raw(request(61).with(OpenmlSource.MIRROR, address)))
                .withMessageContaining("--mirror is given '" + address + "'");
    }

    private DataRequest request(int id) {
        return DataRequest.of("openml:" + id).withoutStandardization();
    }

    // Of a source of its own each time, which remembers nothing.
    private Dataset raw(DataRequest request) {
        return openml.source().load(request);
    }

    private void fails(DataRequest request, String... complaints) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> raw(request))
                .satisfies(e -> assertThat(e.getMessage()).contains(complaints));
    }

    private String description(int id) {
        return openml.description(id, LocalOpenml.md5(WEATHER.getBytes(StandardCharsets.UTF_8)), WITHOUT_DAY);
    }

    private Path leave(String address, String answer) throws IOException {
        Path file = openml.scikitLearn().resolve("openml").resolve("openml.org").resolve(address + ".gz");
        Files.createDirectories(file.getParent());
        return Files.write(file, Mutations.gzip(answer.getBytes(StandardCharsets.UTF_8)));
    }

    private void damage(String name, String text) throws IOException {
        Files.write(openml.cache().resolve("61").resolve(name), Mutations.gzip(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> files() {
        try (Stream<Path> files = Files.walk(openml.cache())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double[] row(Dataset data, int i) {
        return Arrays.stream(data.train().rowReader().row(i)).map(v -> v + 0.0).toArray();
    }
}
