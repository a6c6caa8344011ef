package io.github.l1bench.overview;

import io.github.l1bench.statistics.Ranking;
import io.github.l1bench.view.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the numbers say, in plain sentences. */
final class Findings {
    private final Standing standing;

    Findings(Standing standing) {
        this.standing = standing;
    }

    /** The solvers that win most, several where they win equally often; empty where none reaches the target anywhere. */
    String winner() {
        return list(leaders().stream().map(Standing.Row::solver).toList());
    }

    /** The sentence that follows their names, or the whole sentence where there are none. */
    String rest() {
        String target = "a relative gap of " + Quantity.power(standing.target());
        if (standing.instances() == 0) {
            return "There is no instance with results.";
        }
        if (winner().isEmpty()) {
            return "No solver certifies " + target + " on any instance.";
        }
        List<Standing.Row> leaders = leaders();
        boolean one = leaders.size() == 1;
        return (one ? " is" : " are each") + " the first to certify " + target + " on "
                + of(leaders.get(0).first(), standing.instances()) + " and " + (one ? "takes" : "take")
                + " at most twice the time of the fastest on " + within2(leaders) + ".";
    }

    // In the order of their names, once where it is the same number.
    private static String within2(List<Standing.Row> rows) {
        List<String> counts = rows.stream().map(row -> "" + row.within2()).toList();
        boolean same = counts.stream().distinct().count() == 1;
        return same ? counts.get(0) + (rows.size() == 1 ? "" : " each") : list(counts);
    }

    private static String of(int part, int all) {
        if (part < all || all == 1) {
            return part + " of " + instances(all);
        }
        return all == 2 ? "both instances" : "all " + all + " instances";
    }

    /** What is reached at all. */
    String reached() {
        List<String> sentences = new ArrayList<>();
        int all = standing.instances();
        List<String> whole = standing.rows().stream()
                .filter(row -> row.certified() == all)
                .map(Standing.Row::solver)
                .toList();
        if (all > 0 && !whole.isEmpty()) {
            sentences.add(list(whole) + (whole.size() == 1 ? " certifies" : " certify") + " it on every instance.");
        } else if (!winner().isEmpty()) {
            Standing.Row most = standing.rows().stream()
                    .reduce((a, b) -> b.certified() > a.certified() ? b : a)
                    .orElseThrow();
            sentences.add("None certifies it everywhere; " + most.solver() + " does so most often, on "
                    + most.certified() + ".");
        }
        if (standing.open() > 0) {
            sentences.add("On " + instances(standing.open()) + " nobody certifies it within the "
                    + budget(standing.view()) + " that each solver has.");
        }
        return String.join(" ", sentences);
    }

    /** Which solvers the data sets tell apart. */
    String told() {
        Ranking ranking = standing.ranking();
        int solvers = standing.solvers().size();
        if (solvers < 2 || ranking.blocks() < 2) {
            return "With fewer than two solvers or two data sets there is nothing to tell apart.";
        }
        String sets = "these " + ranking.blocks() + " data sets";
        List<Integer> best = best(ranking);
        String mean = names(best) + (best.size() == 1 ? " has" : " share") + " the best mean rank, "
                + Quantity.fixed(ranking.meanRanks()[best.get(0)], 2) + ". ";
        String any = "That all solvers are alike is "
                + (ranking.friedman().p() <= Ranking.LEVEL ? "ruled out" : "not ruled out") + " (Friedman's test, "
                + probability(ranking.friedman().p()) + ").";
        // Signs can agree by chance once in 2^(blocks - 1), and Holm's first step multiplies by the number of pairs.
        double least = Math.pow(2, 1 - ranking.blocks()) * solvers * (solvers - 1) / 2;
        if (least > Ranking.LEVEL) {
            return mean + "But " + sets + " are too few to tell any pair of " + solvers + " solvers apart. " + any;
        }
        return mean + others(ranking, best, sets) + any;
    }

    // Those of the best mean rank, which is a rounded sum.
    private static List<Integer> best(Ranking ranking) {
        double least = ranking.meanRanks()[ranking.order().get(0)];
        return ranking.order().stream()
                .filter(s -> ranking.meanRanks()[s] - least <= 1e-9)
                .toList();
    }

    private String others(Ranking ranking, List<Integer> best, String sets) {
        List<Integer> others =
                ranking.order().stream().filter(s -> !best.contains(s)).toList();
        List<Integer> alike = others.stream()
                .filter(s -> best.stream().anyMatch(b -> !ranking.differ(b, s)))
                .toList();
        if (others.isEmpty()) {
            return "";
        }
        if (alike.isEmpty()) {
            return "By " + sets + " every other solver is slower. ";
        }
        return "But " + sets + " do not tell " + (best.size() == 1 ? "it" : "them") + " apart from "
                + (alike.equals(others) ? "any other solver. " : names(alike) + "; the others are slower. ");
    }

    /** A probability in words: {@code p = 0.012}. */
    static String probability(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + Quantity.digits(p, 2);
    }

    /** Where another solver than the winner wins most. */
    String where() {
        if (winner().isEmpty()) {
            return "";
        }
        int best = leaders().get(0).index();
        String first = leaders().get(0).solver();
        Map<List<Integer>, List<String>> others = new LinkedHashMap<>();
        List<Group> groups = Group.all(standing);
        for (Group group : groups) {
            if (!group.leaders().isEmpty() && !group.leaders().contains(best)) {
                others.computeIfAbsent(group.leaders(), leaders -> new ArrayList<>())
                        .add(group.name() + " (" + group.most() + " of "
                                + group.instances().size() + ")");
            }
        }
        if (others.isEmpty()) {
            boolean open = groups.stream().anyMatch(group -> group.leaders().isEmpty());
            return often() + (leaders().size() == 1 ? "" : ", " + first + " also")
                    + " in every family and at every shape, density, size and penalty"
                    + (open ? " where anybody gets there." : ".");
        }
        List<String> exceptions = new ArrayList<>();
        others.forEach((leaders, where) -> exceptions.add(names(leaders) + " for " + list(where)));
        return often() + (leaders().size() == 1 ? ", but" : ", " + first) + " not everywhere: "
                + String.join("; ", exceptions) + ".";
    }

    private String often() {
        return winner() + (leaders().size() == 1 ? " wins most often" : " win equally often");
    }

    // Those that win as often as any other, if at all.
    private List<Standing.Row> leaders() {
        List<Standing.Row> rows = standing.rows();
        return rows.stream()
                .filter(row -> row.first() > 0 && row.first() == rows.get(0).first())
                .toList();
    }

    private String names(List<Integer> solvers) {
        return list(solvers.stream().map(standing.solvers()::get).toList());
    }

    /** The time of each solver on each instance: {@code 60 s}. */
    static String budget(CollectionView view) {
        double seconds = view.results().budgetSeconds();
        return seconds == Math.rint(seconds) ? Quantity.count((long) seconds) + " s" : Quantity.seconds(seconds);
    }

    static String instances(int count) {
        return count + (count == 1 ? " instance" : " instances");
    }

    /** {@code a, b and c}. */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
