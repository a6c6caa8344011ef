package io.github.l1bench.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XorshiftSamplerTest {
    /** The seed was printed by scikit-learn for {@code random_state=0}. */
    @Test
    void isXorshiftOfUnsignedWordsFromScikitLearnsSeed() {
        long word = 209652397L;
        XorshiftSampler sampler = new XorshiftSampler(0, 5000);
        for (int t = 0; t < 10000; t++) {
            word ^= word << 13 & 0xffffffffL;
            word ^= word >> 17;
            word ^= word << 5 & 0xffffffffL;
            assertThat(sampler.next()).isEqualTo((int) (word % (1L << 31) % 5000));
        }
    }
}
