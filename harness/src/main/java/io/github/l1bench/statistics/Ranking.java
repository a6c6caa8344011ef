package io.github.l1bench.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Solvers ranked over problems, and which of them the problems tell apart: each pair by {@link SignedRanks}, all pairs
 * together by {@link Holm}, as A. Benavoli, G. Corani and F. Mangili advise (J. Mach. Learn. Res. 17(5), 2016): whether two
 * solvers differ then depends on these two alone, while Nemenyi's critical difference of mean ranks changes with whoever
 * else takes part. Shown as in J. Demsar, J. Mach. Learn. Res. 7, 2006.
 *
 * @param meanRanks of each solver over the blocks
 * @param friedman whether any differ
 * @param p of each pair, adjusted for the number of pairs; 1 of a solver with itself
 * @param cliques the largest groups of two or more solvers of which no two differ at {@link #LEVEL}, members by mean rank
 * @param blocks how many blocks there were
 */
public record Ranking(double[] meanRanks, Friedman friedman, double[][] p, List<List<Integer>> cliques, int blocks) {
    /** The level of all tests together. */
    public static final double LEVEL = 0.05;

    /**
     * The ranking of {@code costs}.
     *
     * @param costs positive, of each problem (first index) and solver; positive infinity where it was not solved
     * @param blocks the block of each problem, numbered from 0 without gaps; problems that share data are no independent
     *     witnesses and belong into one
     */
    public static Ranking of(double[][] costs, int[] blocks) {
        double[][] ranks = Ranks.byBlock(costs, blocks);
        double[] mean = Ranks.mean(ranks);
        double[][] p = pairs(costs, blocks, mean.length);
        return new Ranking(mean, Friedman.of(ranks), p, cliques(mean, p), ranks.length);
    }

    /** The solvers from the best mean rank to the worst. */
    public List<Integer> order() {
        return order(meanRanks);
    }

    /** Whether the problems tell these two solvers apart. */
    public boolean differ(int a, int b) {
        return p[a][b] <= LEVEL;
    }

    private static List<Integer> order(double[] mean) {
        return IntStream.range(0, mean.length)
                .boxed()
                .sorted(Comparator.comparingDouble(s -> mean[s]))
                .toList();
    }

    private static double[][] pairs(double[][] costs, int[] blocks, int solvers) {
        double[][] columns = new double[solvers][];
        for (int s = 0; s < solvers; s++) {
            int column = s;
            columns[s] = Arrays.stream(costs).mapToDouble(row -> row[column]).toArray();
        }
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < solvers; a++) {
            for (int b = a + 1; b < solvers; b++) {
                pairs.add(new int[] {a, b});
            }
        }
        double[] adjusted = Holm.adjusted(pairs.stream()
                .mapToDouble(pair -> SignedRanks.ofCosts(columns[pair[0]], columns[pair[1]], blocks)
                        .p())
                .toArray());
        double[][] p = new double[solvers][solvers];
        Arrays.stream(p).forEach(row -> Arrays.fill(row, 1));
        for (int i = 0; i < adjusted.length; i++) {
            p[pairs.get(i)[0]][pairs.get(i)[1]] = adjusted[i];
            p[pairs.get(i)[1]][pairs.get(i)[0]] = adjusted[i];
        }
        return p;
    }

    private static List<List<Integer>> cliques(double[] mean, double[][] p) {
        List<List<Integer>> found = new ArrayList<>();
        grow(List.of(), order(mean), List.of(), p, found);
        return found;
    }

    /** C. Bron and J. Kerbosch, Comm. ACM 16, 1973: what {@code members} can grow to with {@code open} solvers. */
    private static void grow(
            List<Integer> members, List<Integer> open, List<Integer> done, double[][] p, List<List<Integer>> found) {
        if (open.isEmpty() && done.isEmpty() && members.size() > 1) {
            found.add(members);
        }
        List<Integer> left = new ArrayList<>(open);
        List<Integer> tried = new ArrayList<>(done);
        for (int solver : open) {
            List<Integer> larger = new ArrayList<>(members);
            larger.add(solver);
            left.remove(Integer.valueOf(solver));
            grow(larger, alike(left, solver, p), alike(tried, solver, p), p, found);
            tried.add(solver);
        }
    }

    private static List<Integer> alike(List<Integer> solvers, int to, double[][] p) {
        return solvers.stream().filter(other -> p[to][other] > LEVEL).toList();
    }
}
