package io.github.l1bench.data.download;

import io.github.l1bench.data.DataException;
import io.github.l1bench.file.TemporaryFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Servers that hold the same published files. They are asked in turn until one delivers; what it delivers is checked
 * before it gets its name.
 *
 * @param addresses folders on the servers, each ending in a slash
 * @param patience how long to wait for a connection, for an answer, and for the next bytes of it
 */
public record Mirrors(List<URI> addresses, Duration patience) {
    // gzip never makes a file longer than by a few bytes a block
    private static final int GZIP_OVERHEAD = 1 << 16;
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;
    private static final int MOST_WAITS = 100;

    /**
     * Downloads {@code file}, as gzip, into {@code folder}, which is made if need be. A bad delivery leaves nothing there.
     *
     * @throws DataException if no mirror delivers the right file or it cannot be written
     */
    public void fetch(CheckedFile file, Path folder) {
        List<String> failures = new ArrayList<>();
        for (URI address : addresses) {
            URI uri = address.resolve(file.gzipName());
            try (TemporaryFile part = temporary(file, folder)) {
                download(uri, part.path(), (long) file.size() + GZIP_OVERHEAD);
                file.content(part.path());
                part.keep();
                return;
            } catch (IOException e) {
                failures.add(uri + " " + e.getMessage());
            }
        }
        throw new DataException("no mirror delivers " + file.gzipName() + ": " + String.join("; ", failures)
                + "; try again later, or put the files into a folder and name it with --mnist-dir");
    }

    private static TemporaryFile temporary(CheckedFile file, Path folder) {
        try {
            return TemporaryFile.beside(folder.resolve(file.gzipName()));
        } catch (IOException e) {
            throw new DataException(
                    "cannot write into the folder " + folder + " (" + e + "); make it writable or free some space", e);
        }
    }

    private void download(URI uri, Path part, long limit) throws IOException {
        AtomicLong received = new AtomicLong();
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "download");
            thread.setDaemon(true);
            return thread;
        });
        try {
            await(worker.submit(() -> copy(uri, part, limit, received)), received);
        } finally {
            worker.shutdownNow();
        }
    }

    // A server may answer and then fall silent: as long as bytes come in the wait goes on, within reason.
    private void await(Future<?> download, AtomicLong received) throws IOException {
        long before = -1;
        for (int waits = 0; waits < MOST_WAITS && before < received.get(); waits++) {
            before = received.get();
            try {
                download.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                // look whether bytes came in meanwhile
            } catch (ExecutionException e) {
                throw new IOException(reason(e.getCause()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("was interrupted", e);
            }
        }
        download.cancel(true);
        throw new IOException("sends too slowly: " + received.get() + " bytes, then it was given up");
    }

    private static String reason(Throwable cause) {
        return cause instanceof Refusal ? cause.getMessage() : "cannot be read (" + cause + ")";
    }

    private Void copy(URI uri, Path part, long limit, AtomicLong received) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(patience).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            if (response.statusCode() != OK) {
                throw new Refusal("answers with status " + response.statusCode());
            }
            long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            try (OutputStream out = Files.newOutputStream(part);
                    ProgressBar bar = bar(uri, length)) {
                copy(in, out, limit, received, bar);
            }
        }
        return null;
    }

    private static void copy(InputStream in, OutputStream out, long limit, AtomicLong received, ProgressBar bar)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            if (received.addAndGet(length) > limit) {
                throw new Refusal("sends more than the expected file can have");
            }
            out.write(buffer, 0, length);
            bar.stepTo(received.get());
        }
    }

    private static ProgressBar bar(URI uri, long length) {
        String file = uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
        return new ProgressBarBuilder()
                .setTaskName(file)
                .setInitialMax(length)
                .setUnit(" KiB", 1 << 10)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, 80))
                .build();
    }

    private static final class Refusal extends IOException {
        private Refusal(String message) {
            super(message);
        }
    }
}
