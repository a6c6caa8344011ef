package io.github.l1bench.data.openml;

import static io.github.l1bench.data.download.LocalServer.send;
import static io.github.l1bench.data.download.LocalServer.sendStart;
import static io.github.l1bench.fuzz.Mutations.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.download.LocalServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets from a local server that lies. */
class OpenmlDownloadTest {
    private static final String ARFF = arff();
    private static final byte[] DATA = ARFF.getBytes(StandardCharsets.UTF_8);
    private static final byte[] WEB_PAGE = "<html>please log in</html>".getBytes(StandardCharsets.UTF_8);
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofMillis(400);

    @TempDir
    private Path folder;

    private LocalOpenml openml;

    @BeforeEach
    void start() throws IOException {
        openml = new LocalOpenml(folder);
        openml.serve(61, ARFF);
    }

    @AfterEach
    void stop() {
        openml.close();
    }

    @Test
    void aMissingDescriptionIsSaidSo() {
        serveDescription(exchange -> send(exchange, 412, "{\"error\":{\"code\":\"111\"}}".getBytes()));

        isRefused("/api/v1/json/data/61 answers with status 412; check the number");
    }

    @Test
    void aDescriptionThatIsAWebPageIsSaidSo() {
        serveDescription(exchange -> send(exchange, 200, WEB_PAGE));

        isRefused("the description of openml:61 is no JSON");
    }

    @Test
    void aDescriptionWithoutEndIsCutOff() {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        serveDescription(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 20; i++) {
                exchange.getResponseBody().write(blanks);
            }
        });

        isRefused("sends more than the expected file can have");
    }

    @Test
    void aDescriptionThatUnpacksWithoutEndIsCutOff() {
        byte[] bomb = gzip(" ".repeat(1 << 25).getBytes(StandardCharsets.UTF_8));
        serveDescription(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            send(exchange, 200, bomb);
        });

        isRefused("expands more than 200-fold");
    }

    @Test
    void aServerThatNeverDescribesIsGivenUp() {
        serveDescription(exchange -> openml.server.awaitEnd());

        isRefused(IMPATIENT, "/api/v1/json/data/61");
    }

    @Test
    void aMissingFileIsSaidSo() {
        serveData(exchange -> send(exchange, 404, WEB_PAGE));

        isRefused("set.arff answers with status 404");
    }

    @Test
    void aWebPageInPlaceOfTheFileIsNotTaken() {
        serveData(exchange -> send(exchange, 200, WEB_PAGE));

        isRefused("set.arff has the MD5 ");
    }

    @Test
    void wrongBytesAreNotTaken() {
        byte[] wrong = DATA.clone();
        wrong[5_000] ^= 1;
        serveData(exchange -> send(exchange, 200, wrong));

        isRefused("has the MD5 ");
    }

    @Test
    void aDescriptionWithTheWrongChecksumIsAskedForAnew() {
        openml.serveDescription(61, "0".repeat(32), "name", "set");
        serveData(exchange -> send(exchange, 200, DATA));

        isRefused("has the MD5 ");
    }

    @Test
    void aShorterFileIsNotTaken() {
        serveData(exchange -> send(exchange, 200, Arrays.copyOf(DATA, DATA.length - 1)));

        isRefused("has the MD5 ");
    }

    @Test
    void aFloodIsCutOff() {
        serveData(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 20; i++) {
                exchange.getResponseBody().write(new byte[1 << 18]);
            }
        });

        isRefused("sends more than the expected file can have");
    }

    @Test
    void aRedirectionIsFollowed() {
        openml.server.serve("elsewhere/", exchange -> send(exchange, 200, DATA));
        serveData(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere/set.arff");
            send(exchange, 302, new byte[] {1});
        });

        assertThat(load(PATIENT)).isEqualTo(200);
    }

    @Test
    void aRedirectionInACircleEnds() {
        serveData(exchange -> {
            exchange.getResponseHeaders().add("Location", "/" + LocalOpenml.DATA);
            send(exchange, 302, new byte[] {1});
        });

        isRefused("answers with status 302");
    }

    @Test
    void gzipIsAskedForAndTakenAsItIs() throws IOException {
        byte[] packed = gzip(DATA);
        serveData(exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).isEqualTo("gzip");
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            send(exchange, 200, packed);
        });

        assertThat(load(PATIENT)).isEqualTo(200);
        assertThat(Files.readAllBytes(openml.cache().resolve("61").resolve("data.arff.gz")))
                .isEqualTo(packed);
    }

    @Test
    void theRightTextIsTakenEvenIfItIsSaidToBeGzip() {
        serveData(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            send(exchange, 200, DATA);
        });

        assertThat(load(PATIENT)).isEqualTo(200);
    }

    @Test
    void damagedGzipIsSaidSo() {
        byte[] packed = gzip(DATA);
        serveData(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            send(exchange, 200, Arrays.copyOf(packed, packed.length / 2));
        });

        isRefused("set.arff is truncated or damaged gzip");
    }

    @Test
    void aServerThatStallsIsGivenUp() {
        serveData(exchange -> {
            sendStart(exchange, DATA, 100);
            openml.server.awaitEnd();
        });

        isRefused(IMPATIENT, "sends too slowly: 100 bytes");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        serveData(exchange -> openml.server.awaitEnd());

        isRefused(IMPATIENT, "set.arff");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aConnectionDroppedAtAnyTenthLeavesNothing(int tenth) {
        serveData(exchange -> {
            sendStart(exchange, DATA, DATA.length * tenth / 10);
            throw new IOException("dropped");
        });

        isRefused("cannot be read");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSo() throws IOException {
        Files.createFile(openml.cache());

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> load(PATIENT))
                .withMessageContaining("cannot write into the folder");
    }

    @Test
    void downloadsAtOnceAllSucceed() {
        IntStream.range(0, 8).parallel().forEach(i -> assertThat(load(PATIENT)).isEqualTo(200));

        assertThat(files()).containsExactly("data.arff.gz", "description.json.gz");
    }

    /** Each process begins while the other is in the midst of the file. */
    @Test
    @Tag("slow")
    void processesAtOnceAllSucceed() throws Exception {
        CountDownLatch midst = new CountDownLatch(2);
        serveData(exchange -> {
            sendStart(exchange, DATA, 1_000);
            midst.countDown();
            LocalServer.await(midst);
            exchange.getResponseBody().write(DATA, 1_000, DATA.length - 1_000);
        });
        List<Process> processes = List.of(loadInAnotherProcess(), loadInAnotherProcess());

        assertThat(midst.await(60, TimeUnit.SECONDS)).isTrue();
        for (Process process : processes) {
            assertThat(new String(process.getInputStream().readAllBytes())).contains("200 rows");
            assertThat(process.waitFor()).isZero();
        }
        assertThat(files()).containsExactly("data.arff.gz", "description.json.gz");
    }

    private Process loadInAnotherProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadInAnotherProcess.class.getName(),
                        openml.cache().toString(),
                        openml.server.address("").toString(),
                        "61")
                .redirectErrorStream(true)
                .start();
    }

    private void isRefused(String why) {
        isRefused(PATIENT, why);
    }

    // Nothing is left of a bad answer, and a good one is taken afterwards.
    private void isRefused(Duration patience, String why) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> load(patience))
                .withMessageContaining("openml:61")
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
        assertThat(files()).isEmpty();

        openml.serve(61, ARFF);
        assertThat(load(PATIENT)).isEqualTo(200);
        assertThat(files()).containsExactly("data.arff.gz", "description.json.gz");
    }

    private int load(Duration patience) {
        return openml.source(patience).load(DataRequest.of("openml:61")).train().rows();
    }

    private void serveDescription(LocalServer.Answer answer) {
        openml.server.serve(LocalOpenml.DESCRIPTION + 61, answer);
    }

    private void serveData(LocalServer.Answer answer) {
        openml.server.serve(LocalOpenml.DATA, answer);
    }

    private List<String> files() {
        if (Files.notExists(openml.cache())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(openml.cache())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String arff() {
        Random random = new Random(5);
        String rows = IntStream.range(0, 200)
                .mapToObj(i -> random.nextDouble() + "," + random.nextDouble() + "," + i % 3 + "\n")
                .collect(Collectors.joining());
        return "@attribute a real\n@attribute b real\n@attribute class {0,1,2}\n@data\n" + rows;
    }
}
