package io.github.l1bench.data.generated;

import io.github.l1bench.data.SparseRows;
import java.util.Arrays;

/**
 * Bags of words: a document draws its words from a language in which word frequencies follow Zipf's law, and a part of
 * them from its class's topic, a few hundred words of the same law. Values are log(1 + count).
 */
final class TextCorpus implements NumberedRows {
    private static final double ZIPF_EXPONENT = 1.05;
    private static final double LANGUAGE_OFFSET = 2.7;
    private static final double TOPIC_OFFSET = 25;
    private static final int TOPIC_WORDS = 400;
    private static final double TOPIC_SHARE = 0.12;
    private static final double STRAY_TOPIC_SHARE = 0.08;
    private static final int SHORTEST = 30;
    private static final int LONGEST = 110;

    private final int seed;
    private final int topics;
    private final int[] language;
    private final int[][] topicWords;
    private final Discrete languageRanks;
    private final Discrete topicRanks;

    /** A corpus of {@code words} words in {@code topics} topics. */
    TextCorpus(int seed, int words, int topics) {
        this.seed = seed;
        this.topics = topics;
        RowRandom random = new RowRandom(seed, Long.MIN_VALUE);
        this.language = shuffled(words, random);
        this.topicWords = new int[topics][];
        for (int k = 0; k < topics; k++) {
            topicWords[k] = Arrays.copyOf(shuffled(words, random), Math.min(words, TOPIC_WORDS));
        }
        this.languageRanks = ranks(words, LANGUAGE_OFFSET);
        this.topicRanks = ranks(Math.min(words, TOPIC_WORDS), TOPIC_OFFSET);
    }

    private static int[] shuffled(int n, RowRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    // Zipf and Mandelbrot: probability (rank + offset)^-exponent
    private static Discrete ranks(int words, double offset) {
        return new Discrete(words, rank -> StrictMath.pow(rank + offset, -ZIPF_EXPONENT));
    }

    /** Writes document {@code row}, which is of any topic, as the next row of {@code out}. */
    @Override
    public void write(long row, SparseRows out) {
        RowRandom random = new RowRandom(seed, row);
        int topic = random.below(topics);
        int[] words = new int[SHORTEST + random.below(LONGEST - SHORTEST)];
        for (int t = 0; t < words.length; t++) {
            words[t] = word(topic, random);
        }
        Arrays.sort(words);
        out.startRow(topic);
        for (int t = 0, end; t < words.length; t = end) {
            end = t + 1;
            while (end < words.length && words[end] == words[t]) {
                end++;
            }
            out.add(words[t], StrictMath.log1p(end - t));
        }
    }

    private int word(int topic, RowRandom random) {
        double u = random.uniform();
        if (u < TOPIC_SHARE) {
            return topicWords[topic][topicRanks.draw(random)];
        }
        if (u < TOPIC_SHARE + STRAY_TOPIC_SHARE) {
            return topicWords[random.below(topics)][topicRanks.draw(random)];
        }
        return language[languageRanks.draw(random)];
    }
}
