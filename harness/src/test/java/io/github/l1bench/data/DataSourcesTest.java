package io.github.l1bench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourcesTest {
    @Test
    void listsEverySourceWithADescription() {
        assertThat(DataSources.all())
                .extracting(DataSource::name)
                .containsExactly(
                        "auto",
                        "digits",
                        "mnist",
                        "text",
                        "arff:PATH",
                        "categories:NAME=VALUE,...",
                        "csv:PATH",
                        "gaussian:NAME=VALUE,...",
                        "idx:DIR",
                        "instance:COLLECTION/NAME",
                        "libsvm:PATH",
                        "openml:ID");
        assertThat(DataSources.all()).extracting(DataSource::description).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @CsvSource({
        "digit, digits",
        "mnsit, mnist",
        "mnist_784, mnist",
        "MNIST, mnist",
        "svmlight:some/file, libsvm:PATH",
        "tsv:some/file, csv:PATH",
        "excel:some/file, csv:PATH",
        "weka:some/file, arff:PATH",
        "fashion-mnist, idx:DIR",
        "fashion, idx:DIR",
        "kmnist, idx:DIR",
    })
    void anUnknownNameIsAnsweredWithWhatMayBeMeant(String typed, String meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of(typed)))
                .withMessageStartingWith(
                        "there is no data set '" + typed + "'; did you mean '" + meant + "'? Known are auto, digits,");
    }

    @Test
    void everyAliasLeadsToItsSource() {
        for (DataSource source : DataSources.all()) {
            assertThat(source.aliases())
                    .allSatisfy(alias -> assertThatIllegalArgumentException()
                            .isThrownBy(() -> DataSources.named(alias))
                            .withMessageMatching("there is no data set '" + alias + "'; did you mean .*'"
                                    + source.name() + "'.*\\? Known are .*"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.named("file:x"))
                .withMessageContaining("did you mean 'csv:PATH' or 'libsvm:PATH'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "iris", "no/such/file", "a\0b"})
    void wordsThatLeadNowhereAreAnsweredWithTheListAlone(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of(typed)))
                .withMessageStartingWith("there is no data set '" + typed + "'; known are auto, digits,");
    }

    @Test
    void aPathThatExistsIsToldHowToBeWritten(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("mnist.txt"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of(file.toString())))
                .withMessageStartingWith("there is no data set '" + file + "' but a file of that name; write ")
                .withMessageContaining("libsvm:" + file)
                .withMessageNotContaining("did you mean");
        assertThat(DataSources.all())
                .filteredOn(source -> source.name().endsWith(":PATH"))
                .allSatisfy(source -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> DataSources.load(DataRequest.of(file.toString())))
                        .withMessageContaining(source.name().replace("PATH", file.toString())));
    }

    @Test
    void offersLibsvmForAMisspeltPrefixAndForAMissingPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of("libsmv:a/long/path/to/a/file")))
                .withMessageContaining("did you mean 'libsvm:PATH'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of("libsvm:")))
                .withMessageContaining("libsvm:PATH", "openml:ID");
    }

    @Test
    void refusesImpossibleNumbers() {
        DataRequest request = DataRequest.of("digits");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.withRows(0, 1))
                .withMessageContaining("1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.withRows(1, -1))
                .withMessageContaining("0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.withSeed(-1))
                .withMessageContaining("seed is -1");
    }

    @Test
    void anOptionOfOtherDataSetsIsRefusedAndOneOfNobodyToo() {
        DataOption nobodys = new DataOption("nobodys", "N", "");
        DataOption folder = new DataOption("mnist-dir", "DIR", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of("digits").with(folder, "there")))
                .withMessage("the data set digits has no option --mnist-dir; leave it out, it belongs to auto, mnist");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of("digits").with(nobodys, "3")))
                .withMessage("the data set digits has no option --nobodys; leave it out");
    }

    @Test
    void listsDataSetsWithoutAnArgumentFirst() {
        assertThat(DataSources.sorted(List.of(named("b:X"), named("c"), named("a:X"), named("d"))))
                .extracting(DataSource::name)
                .containsExactly("c", "d", "a:X", "b:X");
    }

    @Test
    void refusesTwoDataSetsOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.sorted(List.of(named("a:X"), named("a:Y"))))
                .withMessageContaining("two data sets are called a:Y")
                .withMessageContaining(getClass().getName());
        assertThat(DataSources.sorted(List.of(named("a:X"), named("a")))).hasSize(2);
    }

    private static DataSource named(String name) {
        return new DataSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String description() {
                return "of a test";
            }

            @Override
            public Dataset load(DataRequest request) {
                throw new AssertionError("is not asked for data");
            }
        };
    }
}
