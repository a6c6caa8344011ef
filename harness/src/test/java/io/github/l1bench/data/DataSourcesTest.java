package io.github.l1bench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

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
                        "csv:PATH",
                        "idx:DIR",
                        "libsvm:PATH",
                        "openml:ID");
        assertThat(DataSources.all()).extracting(DataSource::description).noneMatch(String::isBlank);
    }

    @Test
    void offersTheNearestNameForAnUnknownOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of("digit")))
                .withMessageContaining("no data set 'digit'")
                .withMessageContaining("did you mean 'digits'")
                .withMessageContaining("libsvm:PATH", "openml:ID");
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
