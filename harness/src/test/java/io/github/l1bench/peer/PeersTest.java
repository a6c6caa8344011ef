package io.github.l1bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeersTest {
    private static final String MANIFEST = """
            title = a program
            home = https://example.org
            licence = MIT
            question = one-vs-rest
            command = python3  worker.py fast
            ladder = tol from 3e-1 to 1e-2
            needs = Python 3
            """;

    @TempDir
    private Path folder;

    @Test
    void everyShippedManifestIsRead() throws IOException {
        assertThat(Peers.find(List.of(Path.of("../bench/peers"))).all())
                .extracting(Peer::name)
                .containsExactly(
                        "cyanure",
                        "fista-in-python",
                        "glmnet",
                        "h2o",
                        "liblinear-java",
                        "mallet",
                        "opennlp",
                        "scikit-learn",
                        "scikit-learn-liblinear",
                        "skglm",
                        "spark-mllib");
    }

    @Test
    void aManifestTellsAllThereIsToKnow() throws IOException {
        make("mine/some-program", MANIFEST);
        Peer peer = Peers.find(List.of(folder.resolve("mine"))).named("some-program");
        assertThat(peer.command()).containsExactly("python3", "worker.py", "fast");
        assertThat(peer.question()).isEqualTo(Question.ONE_VS_REST);
        assertThat(peer.ladder().settings()).containsExactly("tol=3e-1", "tol=1e-1", "tol=3e-2", "tol=1e-2");
        assertThat(Peers.find(List.of(folder.resolve("mine/some-program"))).all())
                .as("a folder of peers or of one")
                .containsExactly(peer);
    }

    @Test
    void aManifestMayTellItsMappingAndHowItRepeatsThePublishedRun() throws IOException {
        make("mine/plain", MANIFEST);
        make("mine/told", MANIFEST + "mapping = C = 1 / (n lambda), \\\n  the intercept free\npublished = tol=0.1\n");
        Peers peers = Peers.find(List.of(folder.resolve("mine")));
        assertThat(peers.named("plain").mapping()).isEmpty();
        assertThat(peers.named("plain").published()).isEmpty();
        assertThat(peers.named("told").mapping()).isEqualTo("C = 1 / (n lambda), the intercept free");
        assertThat(peers.named("told").published()).isEqualTo("tol=0.1");

        make("loose/p", MANIFEST + "published = loose");
        assertThatThrownBy(() -> Peers.find(List.of(folder.resolve("loose"))))
                .hasMessageContaining("published is 'loose'; write a setting, as tol=0.1");
    }

    @Test
    void aLadderMayRise() {
        assertThat(Ladder.parse("max_iter from 1e1 to 3e2").settings())
                .containsExactly("max_iter=1e1", "max_iter=3e1", "max_iter=1e2", "max_iter=3e2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "question = one-vs-rest | question = bayes | question is 'bayes'; it is one of multinomial, penalised-i",
                "licence = MIT | | it lacks 'licence'",
                "licence = MIT | license = MIT | it has a 'license'; known are command, home, ladder, licence",
                "from 3e-1 | from 2e-1 | ladder is 'tol from 2e-1 to 1e-2'; write a parameter and half decades",
                "tol from 3e-1 | seed from 3e-1 | ladder is of the seed, which the worker is told beside it; write the",
                "home = https | home = \\uZZ | Malformed",
            })
    void aDamagedManifestIsNamed(String found, String replaced, String sentence) throws IOException {
        make("mine/p", MANIFEST.replace(found, replaced == null ? "" : replaced));
        assertThatThrownBy(() -> Peers.find(List.of(folder)).all().isEmpty()).hasMessageContaining("no peer in");
        assertThatThrownBy(() -> Peers.find(List.of(folder.resolve("mine"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("peer.properties is no manifest of a peer: " + sentence);
    }

    @Test
    void aManifestMayComeFromAnEditorOnWindowsButInUtf8() throws IOException {
        make("mine/p", "\uFEFF" + MANIFEST.replace("\n", "\r\n"));
        assertThat(Peers.find(List.of(folder.resolve("mine"))).named("p").title())
                .isEqualTo("a program");
        byte[] latin = MANIFEST.replace("a program", "ein gr\u00f6\u00dferes").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("mine/p/peer.properties"), latin);
        assertThatThrownBy(() -> Peers.find(List.of(folder.resolve("mine"))))
                .hasMessageContaining("is no manifest of a peer: it is not written in UTF-8");
    }

    @Test
    void namesAreUniqueAndNoSolvers() throws IOException {
        make("a/p", MANIFEST);
        make("b/p", MANIFEST);
        make("c/prox-newton", MANIFEST);
        make("d/P*", MANIFEST);
        assertThatThrownBy(() -> Peers.find(List.of(folder.resolve("a"), folder.resolve("b"))))
                .hasMessageMatching("two peers are called p, in .*a.p and .*b.p; rename a folder");
        assertThatThrownBy(() -> Peers.find(List.of(folder.resolve("c"))))
                .hasMessageContaining("has the name of a solver; rename its folder");
        assertThatThrownBy(() -> Peers.find(List.of(folder.resolve("d"))))
                .hasMessageContaining("its folder is called 'P*'; use small letters, digits, dots and hyphens");
    }

    @Test
    void aNameThatNoPeerHasIsAnsweredWithThoseThatMayBeMeant() throws IOException {
        make("mine/some-program", MANIFEST);
        Peers peers = Peers.find(List.of(folder.resolve("mine")));
        assertThatThrownBy(() -> peers.named("some-progam"))
                .hasMessageContaining("there is no peer 'some-progam'; did you mean 'some-program'? Known are");
        assertThatThrownBy(() -> peers.matching(Map.of("x*", name -> false)))
                .hasMessageStartingWith("no peer matches 'x*'; known are");
        assertThat(peers.matching(Map.of("some*", name -> name.startsWith("some"))))
                .hasSize(1);
    }

    @Test
    void theFingerprintChangesWithEveryFileAndVersion() throws IOException {
        make("mine/p", MANIFEST);
        Peer peer = Peers.find(List.of(folder.resolve("mine"))).named("p");
        String before = PeerFingerprint.of(peer, List.of("1.0"));
        assertThat(PeerFingerprint.of(peer, List.of("1.0"))).isEqualTo(before).hasSize(64);
        assertThat(PeerFingerprint.of(peer, List.of("1.1"))).isNotEqualTo(before);
        Files.writeString(peer.folder().resolve("worker.py"), "pass");
        String with = PeerFingerprint.of(peer, List.of("1.0"));
        assertThat(with).isNotEqualTo(before);
        Files.writeString(folder.resolve("mine/l1peer.py"), "pass");
        assertThat(PeerFingerprint.of(peer, List.of("1.0"))).as("its helper").isNotEqualTo(with);
    }

    private void make(String peer, String manifest) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(peer)).resolve("peer.properties"), manifest);
    }
}
