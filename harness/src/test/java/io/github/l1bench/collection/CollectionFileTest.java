package io.github.l1bench.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionFileTest {
    @TempDir
    private Path folder;

    @Test
    void aLineIsAnInstanceForEachPenalty() throws IOException {
        Collection mine = read(
                "# mine",
                "budget 2.5",
                "family my kind",
                "a  digits  train=200 test=0 seed=3 penalty=0.5,0.1 # two of them",
                "",
                "b  \"csv:my table#1.csv\" standardize=no label=0 penalty=1e-3");
        assertThat(mine.name()).isEqualTo("mine");
        assertThat(mine.budgetSeconds()).isEqualTo(2.5);
        assertThat(mine.instances())
                .containsExactly(
                        new Instance("a-0.5", "my kind", "digits", Map.of(), 200, 0, true, 0.5, 3),
                        new Instance("a-0.1", "my kind", "digits", Map.of(), 200, 0, true, 0.1, 3),
                        new Instance(
                                "b-1e-3",
                                "my kind",
                                "csv:my table#1.csv",
                                Map.of("label", "0"),
                                null,
                                null,
                                false,
                                1e-3,
                                0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "standard", "large"})
    void thoseThatComeWithTheProgramAreSound(String name) throws IOException {
        Collection collection = CollectionFile.read(name);
        assertThat(collection.name()).isEqualTo(name);
        assertThat(collection.instances()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void theyHaveAsManyInstancesAsTheySay() throws IOException {
        assertThat(CollectionFile.read("small").instances()).hasSize(12);
        assertThat(CollectionFile.read("standard").instances()).hasSizeBetween(36, 48);
        assertThat(CollectionFile.read("large").instances()).hasSizeBetween(90, 120);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a digit penalty=0.1 | line 2: there is no data set 'digit'; did you mean 'digits'?",
                "a gaussian:p=x penalty=0.1 | line 2: the data set gaussian:p=x is given p=x; p is a whole number",
                "a csv: penalty=0.1 | line 2: nothing follows the colon",
                "a digits | line 2: a has no penalty; write penalty=0.1",
                "a digits penalty=0.2,x | line 2: the penalty is 'x'; it is a positive number",
                "a digits penalty=1e400 | line 2: the penalty is '1e400', which is beyond all doubles",
                "a digits penalty=-1 | line 2: the penalty is '-1'",
                "a digits penalty=2 | line 2: the penalty is 2 times lambda max",
                "a digits penalty=0.2,0.2 | line 2: there is an instance a-0.2 in line 2",
                "first digits penalty=0.1 train=7 | line 2: there is an instance first-0.1 in line 1",
                "b digits penalty=0.1 | line 2: b-0.1 is the same problem as one in line 1",
                "../a text penalty=0.1 | line 2: '../a-0.1' is no name of an instance",
                "a digits penalty=0.1 tests=5 | line 2: 'tests' is nothing that digits takes",
                "a digits penalty=0.1 train=none | line 2: train is 'none'; it is a whole number from 1 on",
                "a digits penalty=0.1 seed=1 seed=2 | line 2: seed is given twice",
                "a digits penalty=0.1 standardize=maybe | line 2: standardize is 'maybe'; it is yes or no",
                "a openml:letter penalty=0.1 | line 2: openml: is given 'letter'; it takes the number of a data set",
                "a \"csv:apples.csv penalty=0.1 | line 2: a quote is opened and not closed",
                "budget 5 minutes | line 2: more follows the budget of '5'; it is one number, of seconds",
                "a instance:mine.collection/a-0.1 penalty=0.1 | line 2: 'instance:mine.collection/a-0.1' is an instance",
                "budget nothing | line 2: the budget is 'nothing'",
                "alone | line 2: 'alone' stands alone",
            })
    void aWrongLineIsNamedWithTheRemedy(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("first digits penalty=0.1", line))
                .withMessageContaining("mine.collection, " + message);
    }

    @Test
    void aBudgetHoldsForAllAndIsGivenOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("budget 5", "a digits penalty=0.1", "budget 2"))
                .withMessageContaining("mine.collection, line 3: there is a budget already");
    }

    @Test
    void aFileOfAnotherEditorIsRead() throws IOException {
        Path file = folder.resolve("mine.collection");
        Files.writeString(file, "\ufefffamily a kind\r\na  \"csv:my # table.csv\"  penalty=0.1 # \"\r\n");
        assertThat(CollectionFile.read(file.toString()).instances())
                .singleElement()
                .satisfies(instance -> {
                    assertThat(instance.family()).isEqualTo("a kind");
                    assertThat(instance.data()).isEqualTo("csv:my # table.csv");
                });
    }

    @Test
    void aListWithoutEndIsRefused() throws IOException {
        String penalties = IntStream.range(1, 20_000)
                .mapToObj(i -> String.format(Locale.ROOT, "0.%05d", i))
                .collect(Collectors.joining(","));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("a digits penalty=" + penalties))
                .withMessageContaining("mine.collection, line 1: these are more than 10000 instances");
        Path file = folder.resolve("large.collection");
        Files.write(file, new byte[10_000_001]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFile.read(file.toString()))
                .withMessageContaining("large.collection is longer than 10 MB");
    }

    @Test
    void anEmptyFileAndAMissingOneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("# nothing")).withMessageContaining("no instance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionFile.read("smal"))
                .withMessageContaining("did you mean 'small'");
    }

    private Collection read(String... lines) throws IOException {
        Path file = folder.resolve("mine.collection");
        Files.write(file, List.of(lines));
        return CollectionFile.read(file.toString());
    }
}
