package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Kkt;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proximal Newton under one penalty:
 *
 * <pre>
 *   repeat
 *     ask all rows at (W, b): loss, gradient, certificate's sums, curvature of the working set on some rows,
 *                             losses at fractions of the step that led here
 *     damp the model by how much of its promise the step has kept; if P has risen, go back to the best fraction
 *     gap from the sums; stop
 *     if the gap has not shrunk to a fifth, take curvature on four times as many rows
 *     (W, b) = minimum of the model on the working set; next set: its support and where its gradient nears lambda
 *              where the set is too large for its curvature to be sent: of the loss of the driver's rows, tilted
 * </pre>
 */
final class Descent {
    private static final double[] FRACTIONS = {0.5, 0.125};
    private static final double SHARE = 0.95;
    private static final double WORTHWHILE = 0.2;
    private static final int MORE_ROWS = 4;
    private static final int MAX_SHRINKS = 6;
    // Of a step: more than rows that stand for all can be wrong by is wasted.
    private static final double ACCURACY = 0.03;
    private static final double ACCURACY_OF_ALL = 1e-4;
    private static final double[] NOT_ASKED = {};
    // The sums of a Newton move cost more than all others; of more rows they are asked for once they seem to be worth it.
    private static final int FEW_ROWS = 100_000;

    private final Rounds rounds;
    private final Facts facts;
    private final Settings settings;
    private final double lambda;
    private final SumCertificate certificate;
    private final double[] inverseScale;
    private final List<Round> history = new ArrayList<>();

    private Coefficients at;
    private Coefficients from;
    private double primalFrom = Double.POSITIVE_INFINITY;
    private WorkingPairs pairs;
    private int stride;
    private final boolean mayMeet;
    private boolean meets;
    private double bestDual = Double.NEGATIVE_INFINITY;
    private double lastGap = Double.POSITIVE_INFINITY;
    private int shrinks;
    private double promised;
    private final Damping damping = new Damping();
    private double[][] gradient;

    Descent(Rounds rounds, double lambda, Coefficients start, double[][] startGradient) {
        if (!(lambda > 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambda is " + lambda + "; it must be a positive number");
        }
        this.rounds = rounds;
        this.facts = rounds.facts();
        this.settings = rounds.settings();
        this.lambda = lambda;
        this.certificate = new SumCertificate(facts, lambda);
        this.at = start;
        this.gradient = startGradient;
        this.pairs =
                WorkingPairs.of(start.weights(), startGradient, lambda, Rounds.SHARE_AT_START, settings.maxPairs() + 1);
        this.stride = settings.stride(facts.samples());
        this.mayMeet = settings.mayMeet(facts.features(), facts.classes());
        this.meets = mayMeet && facts.samples() <= FEW_ROWS;
        this.inverseScale = Arrays.stream(facts.standardization().scale())
                .map(scale -> 1 / scale)
                .toArray();
    }

    Outcome run() {
        for (int look = 0; look < settings.maxRounds(); look++) {
            Answer answer = rounds.ask(question(look));
            double primal = certificate.primal(at, answer.loss);
            double noise = certificate.ofPrimal(at, answer.loss);
            if (from != null && promised > noise) {
                damping.judge(promised, primalFrom - primal);
            }
            if (from != null && !(primal <= primalFrom + noise)) {
                if (shrinks++ == MAX_SHRINKS) {
                    return ended(Outcome.End.STALLED);
                }
                goBack(answer);
                continue;
            }
            shrinks = 0;
            gradient = facts.gradient(answer);
            Round round = judge(answer, primal, noise);
            keep(round);
            if (round.gap() <= settings.gap()) {
                return ended(Outcome.End.CERTIFIED);
            }
            if (isPrecisionReached(round, noise)) {
                return ended(Outcome.End.STALLED);
            }
            adapt(round);
            Step step = step(answer);
            promised = step.promise();
            from = at;
            primalFrom = primal;
            at = step.to();
            pairs = WorkingPairs.of(at.weights(), step.gradient(), lambda, SHARE, settings.maxPairs() + 1);
        }
        return ended(Outcome.End.ROUNDS);
    }

    /** What is true of the start. */
    Round look() {
        pairs = WorkingPairs.NONE;
        Answer answer = rounds.ask(question(0));
        gradient = facts.gradient(answer);
        return judge(answer, certificate.primal(at, answer.loss), certificate.ofPrimal(at, answer.loss));
    }

    private Outcome ended(Outcome.End end) {
        return new Outcome(end, List.copyOf(history), gradient);
    }

    private Question question(int look) {
        boolean asks = pairs.size() <= settings.maxPairs();
        return new Question(
                facts.point(at),
                from == null ? null : facts.point(from),
                from == null ? new double[0] : FRACTIONS,
                asks ? pairs : WorkingPairs.NONE,
                inverseScale,
                asks && pairs.size() > 0 ? NOT_ASKED : facts.standardization().center(),
                meets,
                stride,
                look % stride);
    }

    private Round judge(Answer answer, double primal, double noise) {
        double dual = certificate.dual(answer, gradient);
        meets = meets || mayMeet && certificate.isBlunt(answer, gradient, primal, dual);
        bestDual = dual > bestDual ? dual : bestDual;
        double gap = primal + noise - bestDual;
        double[] residual = facts.residual(answer);
        return new Round(
                rounds.spent(),
                lambda,
                new Certificate(
                        primal,
                        bestDual,
                        gap >= 0 ? gap : Double.POSITIVE_INFINITY,
                        noise,
                        Kkt.residual(at, gradient, residual, lambda)),
                at.nonzeros(),
                answer.curvature.length == 0 ? 0 : pairs.size(),
                answer.curvatureRows,
                (double) answer.correct / answer.samples,
                rounds.seconds(),
                answer.bytes(),
                at);
    }

    // The best is last, whatever order the rounds came in.
    private void keep(Round round) {
        rounds.tell(round);
        if (history.isEmpty() || round.gap() <= history.get(history.size() - 1).gap()) {
            history.add(round);
        } else {
            history.add(history.size() - 1, round);
        }
    }

    // Steps change P by no more than its rounding, and what is left of the gap is of that size.
    private boolean isPrecisionReached(Round round, double noise) {
        return from != null
                && Math.abs(primalFrom - round.primal()) <= noise
                && round.gap() * round.primal() <= 20 * noise;
    }

    private void adapt(Round round) {
        if (!history.isEmpty() && round.gap() > WORTHWHILE * lastGap) {
            stride = Math.max(1, stride / MORE_ROWS);
        }
        lastGap = round.gap();
    }

    private Step step(Answer answer) {
        double[] residual = facts.residual(answer);
        if (answer.curvature.length > 0 && answer.curvatureRows > 0) {
            return new PackedModel(facts, pairs, answer, damping.factor()).solve(at, gradient, residual, lambda);
        }
        if (pairs.size() > settings.maxPairs()) {
            rounds.enlargeSample();
        }
        damping.isKnown(facts.diagonal(answer), facts.spread(answer));
        MultinomialProblem sample = rounds.sample(lambda);
        double accuracy = rounds.isWhole() ? ACCURACY_OF_ALL : ACCURACY;
        return new TiltedSample(sample, at, gradient, residual, damping).minimum(accuracy);
    }

    // The best of the fractions if one is better than the start of the step, else a step a quarter of the smallest.
    private void goBack(Answer answer) {
        double best = FRACTIONS[FRACTIONS.length - 1] / 4;
        double lowest = primalFrom;
        for (int f = 0; f < FRACTIONS.length; f++) {
            double primal = certificate.primal(between(FRACTIONS[f]), answer.lossAt[f]);
            if (primal < lowest) {
                lowest = primal;
                best = FRACTIONS[f];
            }
        }
        at = between(best);
        promised *= best;
        stride = Math.max(1, stride / MORE_ROWS);
    }

    private Coefficients between(double t) {
        return TiltedSample.between(from, at, t);
    }
}
