package io.github.l1bench.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.fuzz.Fuzz;
import io.github.l1bench.fuzz.Mutations;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders with a damaged IDX file; {@code -Dl1bench.fuzz=100000} says how many. */
@Tag("slow")
@Tag("fuzz")
@Timeout(3600)
class IdxFuzzTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws Exception {
        IdxFiles.write(folder);
    }

    @Test
    void imagesAreReadOrRefusedInOneSentence() throws Exception {
        check("IDX images", 71, "train-images-idx3-ubyte", 1_000, false);
    }

    @Test
    void packedImagesAreReadOrRefusedInOneSentence() throws Exception {
        check("packed IDX images", 72, "train-images-idx3-ubyte", 200 * 1_000, true);
    }

    @Test
    void labelsAreReadOrRefusedInOneSentence() throws Exception {
        check("IDX labels", 73, "t10k-labels-idx1-ubyte", 1_000, false);
    }

    private void check(String what, long seed, String name, long bytesPerByte, boolean packed) throws Exception {
        Path file = folder.resolve(name);
        byte[] good = Files.readAllBytes(file);
        Mutations mutations = new Mutations(seed);
        new Fuzz(what, DataException.class, 8 << 20, bytesPerByte)
                .check(Fuzz.rounds(), () -> packed ? mutations.packed(good) : mutations.of(good), content -> {
                    Files.write(file, content);
                    // a source of its own remembers nothing
                    Dataset data = new IdxSource().load(DataRequest.of("idx:" + folder));
                    assertThat(data.trainLabels()).hasSize(3);
                });
    }
}
