package io.github.l1bench.peer;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The problem that a peer answers, which need not be the suite's. */
public enum Question {
    /** The suite's own: multinomial, the intercept free. */
    MULTINOMIAL("multinomial", ""),
    /** Multinomial, but the intercept is penalised like the weights. */
    PENALISED_INTERCEPT("penalised-intercept", "it penalises the intercept, so its optimum is another"),
    /** A two-class problem for each class. */
    ONE_VS_REST("one-vs-rest", "it solves a two-class problem for each class, so its optimum is another");

    private final String word;
    private final String difference;

    Question(String word, String difference) {
        this.word = word;
        this.difference = difference;
    }

    /** As manifests and results write it. */
    public String word() {
        return word;
    }

    /** Why its answers need not come near the suite's optimum, as a part of a sentence; empty where they should. */
    public String difference() {
        return difference;
    }

    /**
     * The question that {@code word} names.
     *
     * @throws IllegalArgumentException if it names none
     */
    static Question of(String word) {
        return Arrays.stream(values())
                .filter(question -> question.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("question is '" + word + "'; it is one of "
                        + Arrays.stream(values()).map(Question::word).collect(Collectors.joining(", "))));
    }
}
