package io.github.l1bench;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.mnist.MnistSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the images of MNIST for tests that need them; they are never part of the project. */
public final class MnistFiles {
    private MnistFiles() {}

    /** The folder that holds them; without one the calling test is skipped and says why. */
    public static Path folder() {
        Optional<Path> found = Stream.of(
                        System.getProperty("mnist.dir"),
                        System.getenv("MNIST_DIR"),
                        // from a module's folder, beside the project's root
                        "../../shared/data/mnist")
                .filter(folder -> folder != null && !folder.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
        assumeThat(found)
                .as("MNIST is nowhere: set the system property mnist.dir or the environment variable MNIST_DIR")
                .isPresent();
        return found.orElseThrow();
    }

    /** MNIST from {@link #folder}. */
    public static DataRequest request() {
        return DataRequest.of("mnist").with(MnistSource.FOLDER, folder().toString());
    }
}
