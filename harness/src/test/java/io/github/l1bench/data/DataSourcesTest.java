package io.github.l1bench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.MnistFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourcesTest {
    @TempDir
    private Path folder;

    @Test
    void listsEverySourceWithADescription() {
        assertThat(DataSources.all())
                .extracting(DataSource::name)
                .containsExactly("mnist", "digits", "text", "libsvm:PATH", "auto");
        assertThat(DataSources.all()).extracting(DataSource::description).noneMatch(String::isBlank);
    }

    @Test
    void offersTheNearestNameForAnUnknownOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of("digit")))
                .withMessageContaining("no data set 'digit'")
                .withMessageContaining("did you mean 'digits'")
                .withMessageContaining("libsvm:PATH");
    }

    @Test
    void offersLibsvmForAMisspeltPrefixAndForAMissingPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of("libsmv:a/long/path/to/a/file")))
                .withMessageContaining("did you mean 'libsvm:PATH'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of("libsvm:")))
                .withMessageContaining("libsvm:PATH");
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
    void autoFallsBackToDigitsThatSaySo() {
        DataInfo info = auto().load(DataRequest.of("auto").withRows(20, 0)).info();

        assertThat(info.name()).isEqualTo("digits");
        assertThat(info.notice()).contains("not MNIST");
    }

    @Test
    void autoDoesNotHideAWrongFolderThatWasNamed() {
        DataRequest named = DataRequest.of("auto").withMnistDir(folder);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> auto().load(named))
                .withMessageContaining("is missing");
    }

    @Test
    void autoTakesMnistWhereItIs() {
        DataRequest request =
                DataRequest.of("auto").withMnistDir(MnistFiles.folder()).withRows(20, 10);

        assertThat(auto().load(request).info().name()).isEqualTo("mnist");
    }

    private AutoSource auto() {
        FileCache nothing = new FileCache(folder.resolve("cache"), new Mirrors(List.of(), Duration.ofSeconds(1)));
        return new AutoSource(new MnistSource(Optional::empty, nothing), new DigitsSource());
    }
}
