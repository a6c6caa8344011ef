package io.github.l1bench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.contract.FlawedSolver.Flaw;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the contract is hard to fool: each deliberate flaw breaks the claim that is there for it. */
@Tag("slow")
@Tag("truth")
class FlawedSolversTest {
    private static final List<Fixture> FIXTURES = List.of(
            Fixtures.named("a class of two samples"),
            Fixtures.named("labels in blocks, the last class first"),
            Fixtures.named("raw features, not centred"));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void theContractCatches(Flaw flaw) {
        Subject subject = new Subject(new FlawedSolver(flaw), Pace.FIRST_ORDER);
        assertThat(FIXTURES)
                .as("fixtures on which it is found that %s", flaw)
                .anyMatch(fixture -> isBroken(flaw.broken(), subject, fixture));
    }

    // Without this, flaws might be caught for what they are not.
    @ParameterizedTest
    @EnumSource
    void theSameSolverWithoutAFlawKeeps(Claim claim) {
        Subject subject = new Subject(new FlawedSolver(Flaw.NONE), Pace.FIRST_ORDER);
        for (Fixture fixture : FIXTURES) {
            claim.check(subject, fixture);
        }
    }

    private static boolean isBroken(Claim claim, Subject subject, Fixture fixture) {
        try {
            claim.check(subject, fixture);
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }
}
