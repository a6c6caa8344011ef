package io.github.l1bench.data.download;

import static io.github.l1bench.data.download.LocalServer.send;
import static io.github.l1bench.data.download.LocalServer.sendStart;
import static io.github.l1bench.fuzz.Mutations.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.l1bench.data.ContentHash;
import io.github.l1bench.data.DataException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a local server that lies. */
class MirrorsTest {
    private static final byte[] CONTENT = content();
    private static final byte[] GZIP = gzip(CONTENT);
    private static final CheckedFile FILE = new CheckedFile(
            "images",
            CONTENT.length,
            HexFormat.of().formatHex(ContentHash.digest().digest(CONTENT)));

    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofMillis(400);

    private LocalServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer();
        serve("good", exchange -> send(exchange, 200, GZIP));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGoodMirrorDelivers() throws IOException {
        mirrors("good").fetch(FILE, folder.resolve("new"));

        assertThat(FILE.read(folder.resolve("new"))).isEqualTo(CONTENT);
        assertThat(files(folder.resolve("new"))).containsExactly("images.gz");
    }

    @Test
    void aMissingFileIsSaidSo() throws IOException {
        serve("bad", exchange -> send(exchange, 404, "no such file".getBytes()));

        isRefused("answers with status 404");
    }

    @Test
    void aWebPageIsSaidSo() throws IOException {
        serve("bad", exchange -> send(exchange, 200, "<html>please log in</html>".getBytes()));

        isRefused("is a web page");
    }

    @Test
    void wrongBytesAreSaidSo() throws IOException {
        byte[] wrong = CONTENT.clone();
        wrong[5_000] ^= 1;
        serve("bad", exchange -> send(exchange, 200, gzip(wrong)));

        isRefused("has the SHA-256");
    }

    @Test
    void aShorterFileIsSaidSo() throws IOException {
        serve("bad", exchange -> send(exchange, 200, gzip(Arrays.copyOf(CONTENT, 1_000))));

        isRefused("truncated: it holds 1000 bytes instead of 10000");
    }

    @Test
    void aLongerFileIsSaidSo() throws IOException {
        serve("bad", exchange -> send(exchange, 200, gzip(Arrays.copyOf(CONTENT, CONTENT.length + 1))));

        isRefused("more than the expected 10000 bytes");
    }

    @Test
    void aFloodIsCutOff() throws IOException {
        serve("bad", exchange -> send(exchange, 200, new byte[1 << 20]));

        isRefused("sends more than the expected file can have");
    }

    @Test
    void aRedirectLoopEnds() throws IOException {
        serve("bad", exchange -> {
            exchange.getResponseHeaders().add("Location", "/bad/images.gz");
            send(exchange, 302, new byte[] {1});
        });

        isRefused("answers with status 302");
    }

    @Test
    void aServerThatStallsIsGivenUp() throws IOException {
        serve("bad", exchange -> {
            sendStart(exchange, GZIP, 100);
            server.awaitEnd();
        });

        isRefused(IMPATIENT, "sends too slowly: 100 bytes");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws IOException {
        serve("bad", exchange -> server.awaitEnd());

        isRefused(IMPATIENT, "/bad/images.gz");
        mirrors(Duration.ofSeconds(2), "bad", "good").fetch(FILE, folder);

        assertThat(FILE.read(folder)).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aConnectionDroppedAtAnyTenthLeavesNothing(int tenth) throws IOException {
        serve("bad", exchange -> {
            sendStart(exchange, GZIP, GZIP.length * tenth / 10);
            throw new IOException("dropped");
        });

        isRefused("cannot be read");
    }

    @Test
    void nobodyListeningIsSaidSo() {
        Mirrors nobody = new Mirrors(List.of(URI.create("http://127.0.0.1:1/")), Duration.ofMillis(500));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> nobody.fetch(FILE, folder))
                .withMessageContaining("ConnectException");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSo() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> mirrors("good").fetch(FILE, file.resolve("cache")))
                .withMessageContaining("cannot write into the folder");
    }

    @Test
    void theCacheReplacesAWrongFileAndKeepsARightOne() throws IOException {
        FileCache cache = new FileCache(folder, mirrors("good"));
        Files.writeString(folder.resolve("images"), "wrong");
        cache.complete(List.of(FILE));

        assertThat(FILE.read(folder)).isEqualTo(CONTENT);
        assertThat(files(folder)).containsExactly("images.gz");

        new FileCache(folder, new Mirrors(List.of(), Duration.ZERO)).complete(List.of(FILE));
    }

    @Test
    void twoDownloadsAtOnceBothSucceed() {
        Mirrors mirrors = mirrors("good");
        IntStream.range(0, 8).parallel().forEach(i -> mirrors.fetch(FILE, folder));

        assertThat(FILE.read(folder)).isEqualTo(CONTENT);
    }

    /** Each process begins while the other is in the midst of it; a third is killed there and leaves its part. */
    @Test
    @Tag("slow")
    void processesAtOnceAllSucceedAndAKilledOneLeavesNothingForLong() throws Exception {
        CountDownLatch midst = new CountDownLatch(3);
        CountDownLatch killed = new CountDownLatch(1);
        serve("slow", exchange -> {
            sendStart(exchange, GZIP, 5_000);
            midst.countDown();
            LocalServer.await(killed);
            exchange.getResponseBody().write(GZIP, 5_000, GZIP.length - 5_000);
        });
        Process one = fetchInAnotherProcess("slow");
        Process two = fetchInAnotherProcess("slow");
        Process doomed = fetchInAnotherProcess("slow");
        assertThat(midst.await(60, TimeUnit.SECONDS)).isTrue();
        String left = "." + doomed.pid() + ".";
        doomed.destroyForcibly().waitFor();
        killed.countDown();

        for (Process process : List.of(one, two)) {
            assertThat(process.waitFor())
                    .as(new String(process.getInputStream().readAllBytes()))
                    .isZero();
        }
        assertThat(FILE.read(folder)).isEqualTo(CONTENT);
        assertThat(files(folder)).hasSize(2).contains("images.gz").anyMatch(name -> name.startsWith(left));
        for (String name : files(folder)) {
            Files.setLastModifiedTime(
                    folder.resolve(name), FileTime.from(Instant.now().minusSeconds(60)));
        }
        mirrors("good").fetch(FILE, folder);
        assertThat(files(folder)).containsExactly("images.gz");
    }

    private Process fetchInAnotherProcess(String mirror) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FetchInAnotherProcess.class.getName(),
                        folder.toString(),
                        FILE.name(),
                        Integer.toString(FILE.size()),
                        FILE.sha256(),
                        mirrors(mirror).addresses().get(0).toString())
                .redirectErrorStream(true)
                .start();
    }

    private void isRefused(String why) {
        isRefused(PATIENT, why);
        mirrors("bad", "good").fetch(FILE, folder);

        assertThat(FILE.read(folder)).isEqualTo(CONTENT);
        assertThat(files(folder)).containsExactly("images.gz");
    }

    private void isRefused(Duration patience, String why) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> mirrors(patience, "bad").fetch(FILE, folder))
                .withMessageStartingWith("no mirror delivers images.gz")
                .withMessageContaining(why);
        assertThat(files(folder)).isEmpty();
    }

    private void serve(String mirror, LocalServer.Answer answer) {
        server.serve(mirror + "/", answer);
    }

    private Mirrors mirrors(String... names) {
        return mirrors(PATIENT, names);
    }

    private Mirrors mirrors(Duration patience, String... names) {
        List<URI> addresses =
                Stream.of(names).map(name -> server.address(name + "/")).toList();
        return new Mirrors(addresses, patience);
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] content() {
        byte[] content = new byte[10_000];
        new Random(1).nextBytes(content);
        return content;
    }
}
