package io.github.l1bench.data.openml;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What scikit-learn's {@code fetch_openml} left on this machine: each answer as gzip, in folders named after the address.
 * Files are read there and never changed.
 *
 * @param home scikit-learn's folder for data
 */
record ScikitLearnCache(Path home) {
    /** In the folder that scikit-learn uses, the environment's {@code SCIKIT_LEARN_DATA} or its usual one. */
    static ScikitLearnCache ofUser() {
        String named = System.getenv("SCIKIT_LEARN_DATA");
        Path userHome = Path.of(System.getProperty("user.home"));
        if (named == null || named.isBlank()) {
            return new ScikitLearnCache(userHome.resolve("scikit_learn_data"));
        }
        return new ScikitLearnCache(named.startsWith("~/") ? userHome.resolve(named.substring(2)) : Path.of(named));
    }

    /** The description of data set {@code id}, if it is there. */
    Optional<Path> description(int id) {
        return answer("api/v1/json/data/" + id);
    }

    /** The data file, if it is there: under its address or, as older versions have it, under its number alone. */
    Optional<Path> data(OpenmlDescription description) {
        return Stream.of(description.url().getPath(), "data/v1/download/" + description.fileId())
                .flatMap(address -> answer(address).stream())
                .findFirst();
    }

    private Optional<Path> answer(String address) {
        try {
            Path root = home.resolve("openml").resolve("openml.org").normalize();
            Path file = root.resolve(address.replaceFirst("^/+", "") + ".gz").normalize();
            return file.startsWith(root) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
