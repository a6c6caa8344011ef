package io.github.l1bench.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceSourceTest {
    @Test
    void itsDataAreThoseOfTheInstance() throws IOException {
        Instance instance = CollectionFile.read("small").instances().stream()
                .filter(i -> i.name().equals("decades-3-p30-0.01"))
                .findFirst()
                .orElseThrow();
        Dataset dataset = DataSources.load(DataRequest.of("instance:small/decades-3-p30-0.01"));

        assertThat(dataset.info())
                .isEqualTo(DataSources.load(instance.request()).info());
        assertThat(dataset.info().trainRows()).isEqualTo(1500);
    }

    @Test
    void aCollectionOfOnesOwnIsNamedByItsPath(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.collection");
        Files.writeString(file, "a gaussian:p=5 train=40 seed=7 penalty=0.5\n");
        Dataset dataset = DataSources.load(DataRequest.of("instance:" + file + "/a-0.5"));

        assertThat(dataset.info().trainRows()).isEqualTo(40);
        assertThat(dataset.info().features()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instance:small | names no instance; write instance:COLLECTION/NAME",
                "instance:small/ | names no instance",
                "instance:smal/a-0.1 | there is no collection 'smal'",
                "instance:small/text-200-0.1 | has no instance 'text-200-0.1'; did you mean 'text-2000-0.1'?",
            })
    void whatIsNoInstanceIsNamed(String name, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.check(DataRequest.of(name)))
                .withMessageContaining(message);
    }

    @Test
    void whatTheInstanceSaysIsNotSaidAgain() {
        DataRequest request = DataRequest.of("instance:small/digits-1000-0.1").withRows(10, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(request))
                .withMessageContaining("leave --train, --test and --no-standardize out");
    }
}
