package io.github.l1bench.data.download;

import io.github.l1bench.data.DataException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that downloads one file: FOLDER NAME SIZE SHA256 ADDRESS. Prints what went wrong, if anything did. */
final class FetchInAnotherProcess {
    private FetchInAnotherProcess() {}

    public static void main(String[] args) {
        CheckedFile file = new CheckedFile(args[1], Integer.parseInt(args[2]), args[3]);
        Mirrors mirrors = new Mirrors(List.of(URI.create(args[4])), Duration.ofSeconds(60));
        try {
            new FileCache(Path.of(args[0]), mirrors).complete(List.of(file));
        } catch (DataException e) {
            System.out.println(e.getMessage());
            System.exit(2);
        }
    }
}
