package io.github.l1bench.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InstanceDataTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new DataException("there is no\n file"), "there is no file"),
                Arguments.of(
                        new IllegalStateException("nobody is home"),
                        "the data source of mine:x broke (IllegalStateException: nobody is home); mend it, or leave"),
                Arguments.of(new IllegalArgumentException(), "mine:x broke (IllegalArgumentException); mend it"),
                Arguments.of(new NoClassDefFoundError("a/Library"), "broke (NoClassDefFoundError: a/Library)"),
                Arguments.of(new StackOverflowError(), "broke (StackOverflowError)"),
                Arguments.of(new OutOfMemoryError(), "raise it with -Xmx"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whateverASourceThrowsIsAReasonInOneLine(Throwable fault, String reason) {
        InstanceData data = new InstanceData(failing(fault), true);
        assertThatThrownBy(() -> data.of(instance("mine:x", 0.1)))
                .isInstanceOf(DataException.class)
                .message()
                .contains(reason)
                .doesNotContain("\n");
    }

    @Test
    void dataAreAskedForOnceHoweverManyPenaltiesAreOnThem() {
        List<String> asked = new ArrayList<>();
        Function<DataRequest, Dataset> source = request -> {
            asked.add(request.name());
            return DataSources.load(request);
        };
        InstanceData data = new InstanceData(source, true);
        InstanceData.Posed first = data.of(instance("gaussian:p=5", 0.1));
        InstanceData.Posed second = data.of(instance("gaussian:p=5", 0.2));
        assertThat(second.dataset()).isSameAs(first.dataset());
        assertThat(second.lambda()).isEqualTo(2 * first.lambda());
        assertThatThrownBy(() -> data.of(instance("csv:nowhere.csv", 0.1))).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> data.of(instance("csv:nowhere.csv", 0.2))).hasMessageContaining("nowhere.csv");
        assertThat(asked).containsExactly("gaussian:p=5", "csv:nowhere.csv");
    }

    @Test
    void dataThatTellNoClassesApartHaveAReasonThatFitsACollection() throws IOException {
        Path file = folder.resolve("constant.csv");
        Files.writeString(file, "a,label\n" + "3,yes\n3,no\n".repeat(20));
        InstanceData data = new InstanceData(DataSources::load, true);
        assertThatThrownBy(() -> data.of(instance("csv:" + file, 0.1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no feature of these data tells the classes apart")
                .hasMessageContaining("leave these data out of the collection")
                .message()
                .doesNotContain("lambda itself", " C");
    }

    private static Function<DataRequest, Dataset> failing(Throwable fault) {
        return request -> {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        };
    }

    private static Instance instance(String data, double ratio) {
        boolean table = data.startsWith("csv:");
        return new Instance("one", "any", data, table ? Map.of("label", "label") : Map.of(), null, 0, true, ratio, 0);
    }
}
