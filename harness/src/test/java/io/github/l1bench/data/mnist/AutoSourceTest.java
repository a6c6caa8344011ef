package io.github.l1bench.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.l1bench.MnistFiles;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.download.FileCache;
import io.github.l1bench.data.download.Mirrors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutoSourceTest {
    @TempDir
    private Path folder;

    @Test
    void fallsBackToDigitsThatSaySo() {
        DataInfo info = auto().load(DataRequest.of("auto").withRows(20, 0)).info();

        assertThat(info.name()).isEqualTo("digits");
        assertThat(info.notice()).contains("not MNIST");
    }

    @Test
    void doesNotHideAWrongFolderThatWasNamed() {
        DataRequest named = DataRequest.of("auto").with(MnistSource.FOLDER, folder.toString());

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> auto().load(named))
                .withMessageContaining("is missing");
    }

    @Test
    void takesMnistWhereItIs() {
        DataRequest request = MnistFiles.request().withName("auto").withRows(20, 10);

        assertThat(auto().load(request).info().name()).isEqualTo("mnist");
    }

    private AutoSource auto() {
        FileCache nothing = new FileCache(folder.resolve("cache"), new Mirrors(List.of(), Duration.ofSeconds(1)));
        return new AutoSource(new MnistSource(Optional::empty, nothing));
    }
}
