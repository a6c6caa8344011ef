package io.github.l1bench.peer;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.OneVsRest;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The problem that a peer answers, which need not be the suite's. */
public enum Question {
    /** The suite's own: multinomial, the intercept free. */
    MULTINOMIAL("multinomial", ""),
    /** Multinomial, but the intercept is penalised like the weights. */
    PENALISED_INTERCEPT("penalised-intercept", "it penalises the intercept, so its optimum is another"),
    /** A two-class problem for each class, which has a certificate of its own. */
    ONE_VS_REST("one-vs-rest", "");

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

    /** Why the gap of its answers need not close, as a part of a sentence; empty where it should. */
    public String difference() {
        return difference;
    }

    /**
     * What certifies its answers: for one-vs-rest the certificate of that problem, for all others the suite's own. Not for
     * several threads.
     */
    public Function<Coefficients, Certificate> certifier(MultinomialProblem problem) {
        return this == ONE_VS_REST ? new OneVsRest(problem)::certify : new Certifier(problem)::certify;
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
