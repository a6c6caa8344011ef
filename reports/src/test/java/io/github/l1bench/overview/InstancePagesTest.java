package io.github.l1bench.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstancePagesTest {
    @TempDir
    private Path folder;

    @Tag("long")
    @Test
    void anInstanceWhoseRunIsDamagedHasNoPageAndAllOthersHave() throws IOException {
        CollectionResults results = SampleCollection.results(2, 1);
        CollectionFolder own = SampleCollection.write(folder, results);
        for (InstanceFacts facts : results.instances()) {
            Sample.write(own.instance(facts.name()).path(), Sample.run(1, ""), null);
        }
        String damaged = results.instances().get(1).name();
        Files.writeString(own.instance(damaged).file(RunFolder.RUN), "{\"schema\": ");
        Map<String, String> unreadable = OverviewReport.render(own, Optional.empty(), name -> {});

        assertThat(unreadable).containsOnlyKeys(damaged);
        assertThat(unreadable.get(damaged))
                .contains(damaged, "is not a result file")
                .doesNotContain("Exception");
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains(
                        "1 instance without a page: ", damaged + ", whose own run cannot be read. Start the run again")
                .contains("href=\"instances/correlated-0-0.5/index.html\"")
                .doesNotContain("instances/" + damaged + "/");
    }

    @Test
    void aNameThatLeadsElsewhereIsNotFollowed() throws IOException {
        InstanceFacts facts = SampleCollection.facts(0);
        InstanceFacts outside = SampleCollection.named(facts, "../outside");
        CollectionFolder collection = SampleCollection.write(
                folder.resolve("in"),
                SampleCollection.of(
                        "in",
                        false,
                        List.of(outside),
                        List.of(SampleCollection.outcome(outside, 0, "newton", 1, 1)),
                        List.of()));
        Path elsewhere = folder.resolve("in/outside");
        ResultFiles.write(elsewhere.resolve(RunFolder.RUN), Sample.run(1, ""));
        InstancePages pages = InstancePages.render(collection, List.of(outside), name -> {});

        assertThat(pages.addresses()).isEmpty();
        assertThat(elsewhere.resolve("index.html")).doesNotExist();
    }
}
