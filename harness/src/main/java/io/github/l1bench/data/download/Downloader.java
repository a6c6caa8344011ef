package io.github.l1bench.data.download;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Fetches what is at an address into a file, and gives up on servers that fall silent, send drop by drop or without end,
 * or lead astray.
 *
 * @param patience how long to wait for a connection, for an answer, and for the next bytes of it
 */
public record Downloader(Duration patience) {
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;
    private static final int MOST_SLOW_WAITS = 100;
    private static final int SLOW = 1 << 20;
    private static final String GZIP = "gzip";

    /**
     * Writes what is at {@code uri} into {@code file} as it is sent.
     *
     * @param limit of what may be sent, bytes
     * @throws IOException if that fails; the message says what the server did, or does not do
     */
    public void fetch(URI uri, long limit, Path file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(patience).build();
        download(new Transfer(request, limit, response -> Files.newOutputStream(file)));
    }

    /**
     * The same as gzip, whichever way it is sent.
     *
     * @param limit of what may be sent, bytes
     * @throws IOException if that fails; the message says what the server did, or does not do
     */
    public void fetchAsGzip(URI uri, long limit, Path file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(patience)
                .header("Accept-Encoding", GZIP)
                .build();
        download(new Transfer(request, limit, response -> {
            String encoding = response.headers().firstValue("Content-Encoding").orElse("");
            OutputStream out = Files.newOutputStream(file);
            return encoding.equalsIgnoreCase(GZIP) ? out : new FastGzip(out);
        }));
    }

    private void download(Transfer transfer) throws IOException {
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "download");
            thread.setDaemon(true);
            return thread;
        });
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            await(worker.submit(() -> transfer.run(client)), transfer.received);
        } finally {
            worker.shutdownNow();
        }
    }

    // A server may answer and then fall silent: as long as bytes come in the wait goes on, if few of them within
    // reason.
    private void await(Future<?> download, AtomicLong received) throws IOException {
        long before = -1;
        for (int slowWaits = 0; slowWaits < MOST_SLOW_WAITS && before < received.get(); ) {
            slowWaits += received.get() - before < SLOW ? 1 : 0;
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

    /** Opens what the answer is to be written to. */
    @FunctionalInterface
    private interface Target {
        OutputStream open(HttpResponse<?> response) throws IOException;
    }

    private static final class Transfer {
        private final HttpRequest request;
        private final long limit;
        private final Target target;
        private final AtomicLong received = new AtomicLong();

        private Transfer(HttpRequest request, long limit, Target target) {
            this.request = request;
            this.limit = limit;
            this.target = target;
        }

        private Void run(HttpClient client) throws IOException, InterruptedException {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                if (response.statusCode() != OK) {
                    throw new Refusal("answers with status " + response.statusCode());
                }
                long length =
                        response.headers().firstValueAsLong("Content-Length").orElse(-1);
                try (OutputStream out = target.open(response);
                        ProgressBar bar = bar(length)) {
                    copy(in, out, bar);
                }
            }
            return null;
        }

        private void copy(InputStream in, OutputStream out, ProgressBar bar) throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (received.addAndGet(length) > limit) {
                    throw new Refusal("sends more than the expected file can have");
                }
                out.write(buffer, 0, length);
                bar.stepTo(received.get());
            }
        }

        private ProgressBar bar(long length) {
            String path = request.uri().getPath();
            return new ProgressBarBuilder()
                    .setTaskName(path.substring(path.lastIndexOf('/') + 1))
                    .setInitialMax(length)
                    .setUnit(" KiB", 1 << 10)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, 80))
                    .build();
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        private FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static final class Refusal extends IOException {
        private Refusal(String message) {
            super(message);
        }
    }
}
