package io.github.l1bench.data.openml;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.download.Downloader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A program that loads one data set: CACHE SERVER ID. Prints how many rows it has, or what went wrong. */
final class LoadInAnotherProcess {
    private LoadInAnotherProcess() {}

    public static void main(String[] args) {
        Path cache = Path.of(args[0]);
        OpenmlStore store = new OpenmlStore(
                cache, new ScikitLearnCache(cache.resolve("absent")), new Downloader(Duration.ofSeconds(60)), 1 << 20);
        OpenmlSource source = new OpenmlSource(store, new OpenmlServer(URI.create(args[1]), false));
        try {
            System.out.println(
                    source.load(DataRequest.of("openml:" + args[2])).train().rows() + " rows");
        } catch (DataException e) {
            System.out.println(e.getMessage());
            System.exit(2);
        }
    }
}
