package io.github.l1bench.data.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine whose answers a test decides. */
public final class LocalServer implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Set<String> paths = new HashSet<>();
    private final HttpServer server;

    /** What is done with a request. */
    @FunctionalInterface
    public interface Answer {
        /** Answers; the exchange is closed afterwards. */
        void to(HttpExchange exchange) throws IOException;
    }

    public LocalServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of {@code path}, which begins without a slash. */
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    }

    /** Answers requests for what begins with {@code path}, from now on in this way. */
    public void serve(String path, Answer answer) {
        if (!paths.add(path)) {
            server.removeContext("/" + path);
        }
        server.createContext("/" + path, exchange -> {
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    /** Sends a whole answer. */
    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Announces {@code body} and sends its first {@code length} bytes. */
    public static void sendStart(HttpExchange exchange, byte[] body, int length) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, length);
        exchange.getResponseBody().flush();
    }

    /** Keeps silent until the test ends. */
    public void awaitEnd() {
        await(end);
    }

    /** Keeps silent until {@code latch} is down. */
    public static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
