package io.github.l1bench.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionFolderTest {
    @TempDir
    private Path folder;

    @Test
    void theLadderHasThreeGapsToADecade() {
        assertThat(Gaps.LADDER).hasSize(25).startsWith(1e-1).endsWith(1e-9).contains(1e-6);
        assertThat(Gaps.LADDER.get(1)).isEqualTo(StrictMath.pow(10, -4.0 / 3));
    }

    @Test
    void resultsComeBackAsTheyWereWritten() throws IOException {
        CollectionFolder written = new CollectionFolder(folder);
        CollectionResults results = results("wide-0.1", 25);
        written.write(results);
        assertThat(written.exists()).isTrue();
        assertThat(written.read()).isEqualTo(results);
        assertThat(written.read().solvers()).containsExactly("ista");
        assertThat(written.read().outcome("wide-0.1", "ista"))
                .contains(results.outcomes().get(0));
    }

    @Test
    void resultsOfEarlierVersionsNameNoMissingPeers() throws IOException {
        CollectionFolder written = new CollectionFolder(folder);
        written.write(results("wide-0.1", 25));
        String content = Files.readString(written.file());
        Files.writeString(written.file(), content.replaceFirst(",\"absent\":\\[[^\\]]*\\]", ""));
        assertThat(Files.readString(written.file())).hasSizeLessThan(content.length());
        assertThat(written.read().absent()).isEmpty();
    }

    @Test
    void resultsOnUnknownInstancesAreRefused() throws IOException {
        CollectionFolder written = new CollectionFolder(folder);
        written.write(results("other", 25));
        assertThatIllegalArgumentException().isThrownBy(written::read).withMessageContaining("which it does not list");
    }

    @Test
    void timesThatAreNotOneForEachGapAreRefused() throws IOException {
        CollectionFolder written = new CollectionFolder(folder);
        written.write(results("wide-0.1", 24));
        assertThatIllegalArgumentException().isThrownBy(written::read).withMessageContaining("other numbers");
    }

    @Test
    void aCollectionIsNoRunAndItsRunsAreNamed() throws IOException {
        CollectionFolder collection = new CollectionFolder(folder.resolve("many"));
        Files.createDirectories(collection.path());
        Files.writeString(collection.file(), "{}");
        assertThatIllegalArgumentException()
                .isThrownBy(new RunFolder(collection.path())::run)
                .withMessageContaining("many is the folder of a collection; name the run of one of its instances");
    }

    @Test
    void whatIsNoResultIsRefusedInASentence() throws IOException {
        CollectionFolder damaged = new CollectionFolder(folder);
        assertThatIllegalArgumentException().isThrownBy(damaged::read).withMessageContaining("there is no result file");
        Files.writeString(damaged.file(), "{\"schema\": 1}");
        assertThatIllegalArgumentException().isThrownBy(damaged::read).withMessageContaining("not a result file");
    }

    private static CollectionResults results(String on, int targets) {
        Instance instance = new Instance("wide-0.1", "wide", "digits", Map.of("a", "b"), 200, null, true, 0.1, 3);
        InstanceFacts facts =
                new InstanceFacts(instance, "Wide", "ab12", 200, 784, 10, 0.2, true, 0.3, 0.03, 17, 1.5, 1.49);
        Outcome outcome = new Outcome(
                on,
                "ista",
                false,
                true,
                3,
                Collections.nCopies(targets, 0.5),
                Collections.nCopies(targets, Double.POSITIVE_INFINITY),
                Double.NaN,
                1,
                "failed",
                "it broke",
                null);
        Provenance provenance =
                new Provenance("now", "run", null, "1", "17", List.of(), null, "Linux", "cpu", 2, -1, 1 << 30);
        return new CollectionResults(
                CollectionResults.SCHEMA,
                "mine",
                "small",
                true,
                provenance,
                2,
                Gaps.LADDER,
                List.of(facts),
                List.of(outcome),
                List.of(new LeftOut("shuttle-0.1", "it cannot be downloaded")),
                List.of(new MissingPeer("glmnet", "R: apt-get install r-base")));
    }
}
