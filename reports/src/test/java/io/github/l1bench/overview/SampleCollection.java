package io.github.l1bench.overview;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.collection.Gaps;
import io.github.l1bench.collection.Instance;
import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.collection.LeftOut;
import io.github.l1bench.collection.Outcome;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.view.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made-up results of any number of instances and solvers, the same ones each time. */
public final class SampleCollection {
    static final double BUDGET = 60;
    private static final String[] FAMILIES = {
        "correlated", "one-hot", "zipf-text", "wide", "rare-classes", "many-classes", "digits"
    };
    private static final double[] PENALTIES = {0.5, 0.1, 0.01, 0.001};
    private static final String[] SOLVERS = {
        "prox-newton", "newton", "coordinate-descent", "saga-sparse", "proximal-gradient", "owl-qn", "saga-dense"
    };

    private SampleCollection() {}

    public static CollectionResults results(int instances, int solvers) {
        return results("sample", instances, solvers, 1, List.of());
    }

    /** The same, slower by {@code factor}. */
    static CollectionResults results(String id, int instances, int solvers, double factor, List<LeftOut> missing) {
        List<InstanceFacts> facts = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            facts.add(facts(i));
            for (int s = 0; s < solvers; s++) {
                outcomes.add(outcome(facts.get(i), i, solver(s), s, factor));
            }
        }
        return of(id, false, facts, outcomes, missing);
    }

    static CollectionResults of(
            String id, boolean quick, List<InstanceFacts> facts, List<Outcome> outcomes, List<LeftOut> missing) {
        return new CollectionResults(
                CollectionResults.SCHEMA,
                id,
                "standard",
                quick,
                Sample.run(1, "").provenance(),
                BUDGET,
                Gaps.LADDER,
                facts,
                outcomes,
                missing,
                List.of());
    }

    /** The same, and somebody else's program was not ready. */
    static CollectionResults without(CollectionResults r, MissingPeer peer) {
        return new CollectionResults(
                r.schema(),
                r.id(),
                r.collection(),
                r.quick(),
                r.provenance(),
                r.budgetSeconds(),
                r.gaps(),
                r.instances(),
                r.outcomes(),
                r.missing(),
                List.of(peer));
    }

    /** The same, made so. */
    static Outcome made(Outcome o, Made made) {
        return new Outcome(
                o.instance(),
                o.solver(),
                o.peer(),
                o.asksTheSame(),
                o.repeats(),
                o.seconds(),
                o.passes(),
                o.finalGap(),
                o.finalSeconds(),
                o.status(),
                o.failure(),
                made);
    }

    static String solver(int index) {
        return index < SOLVERS.length ? SOLVERS[index] : "solver-" + index;
    }

    /** The same under another name. */
    static InstanceFacts named(InstanceFacts f, String name) {
        return of(f, name, f.instance().ratio(), f.lambda());
    }

    /** The same with another penalty, of which the instance knows nothing. */
    static InstanceFacts penalised(InstanceFacts f, double lambda) {
        return of(f, f.name(), f.instance().ratio(), lambda);
    }

    /** The same with another share of lambda max. */
    static InstanceFacts shared(InstanceFacts f, double ratio) {
        return of(f, f.name(), ratio, ratio * f.lambdaMax());
    }

    private static InstanceFacts of(InstanceFacts f, String name, double ratio, double lambda) {
        Instance i = f.instance();
        Instance changed = new Instance(
                name, i.family(), i.data(), i.options(), i.trainRows(), i.testRows(), i.standardize(), ratio, i.seed());
        return new InstanceFacts(
                changed,
                f.title(),
                f.sha256(),
                f.samples(),
                f.features(),
                f.classes(),
                f.density(),
                f.image(),
                f.lambdaMax(),
                lambda,
                f.nonzeros(),
                f.primal(),
                f.dual());
    }

    static InstanceFacts facts(int index) {
        int set = index / PENALTIES.length;
        double ratio = PENALTIES[index % PENALTIES.length];
        String family = FAMILIES[set % FAMILIES.length];
        Random random = new Random(7919L * set);
        int p = (int) Math.round(10 * Math.pow(10, 3 * random.nextDouble()));
        int n = (int) Math.round(100 * Math.pow(10, 2.5 * random.nextDouble()));
        return new InstanceFacts(
                new Instance(family + "-" + set + "-" + ratio, family, family, Map.of(), n, null, true, ratio, 0),
                family + " number " + set,
                "hash" + set,
                n,
                p,
                2 + random.nextInt(20),
                family.equals("zipf-text") ? 0.01 : 0.3 + 0.7 * random.nextDouble(),
                false,
                0.2,
                0.2 * ratio,
                p / 3 + 1,
                0.5,
                0.5);
    }

    /** Times that grow with the number of the solver, with the size and with a smaller penalty; some are never reached. */
    static Outcome outcome(InstanceFacts facts, int index, String solver, int number, double factor) {
        Random random = new Random(31L * index + 7919L * number);
        double noise = Math.exp(0.9 * random.nextGaussian());
        double unit = factor
                * noise
                * (1 + number)
                * facts.features()
                * facts.samples()
                * 4e-9
                / Math.sqrt(facts.instance().ratio());
        double rate = 0.4 + 0.5 * number * random.nextDouble();
        List<Double> seconds = new ArrayList<>();
        List<Double> passes = new ArrayList<>();
        double reached = 1;
        for (double gap : Gaps.LADDER) {
            double work = 3 + Math.pow(-Math.log10(gap), 1 + rate);
            boolean never = unit * work > BUDGET;
            seconds.add(never ? Double.POSITIVE_INFINITY : unit * work);
            passes.add(never ? Double.POSITIVE_INFINITY : work);
            reached = never ? reached : gap;
        }
        boolean whole = Double.isFinite(seconds.get(seconds.size() - 1));
        return new Outcome(
                facts.name(),
                solver,
                false,
                true,
                3,
                seconds,
                passes,
                whole ? reached / 2 : reached,
                whole ? seconds.get(seconds.size() - 1) : BUDGET,
                whole ? "certified" : "time limit",
                null,
                null);
    }

    static Outcome failed(InstanceFacts facts, String solver, String reason) {
        List<Double> never =
                Gaps.LADDER.stream().map(gap -> Double.POSITIVE_INFINITY).toList();
        return new Outcome(
                facts.name(), solver, false, true, 1, never, never, Double.NaN, Double.NaN, "failed", reason, null);
    }

    /** Other people's program, whose work is not known. */
    static Outcome peer(Outcome outcome, String name, boolean asksTheSame) {
        List<Double> unknown = Gaps.LADDER.stream().map(gap -> Double.NaN).toList();
        return new Outcome(
                outcome.instance(),
                name,
                true,
                asksTheSame,
                outcome.repeats(),
                outcome.seconds(),
                unknown,
                outcome.finalGap(),
                outcome.finalSeconds(),
                outcome.status(),
                null,
                null);
    }

    public static CollectionFolder write(Path folder, CollectionResults results) throws IOException {
        CollectionFolder collection = new CollectionFolder(folder);
        collection.write(results);
        return collection;
    }
}
