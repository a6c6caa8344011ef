package io.github.l1bench.name;

/** How many mistakes in typing lie between two words. */
final class EditDistance {
    private EditDistance() {}

    /**
     * The fewest insertions, deletions, substitutions and swaps of neighbours that turn {@code a} into {@code b}, where
     * no letter is touched twice: Damerau (1964), "A technique for computer detection and correction of spelling errors",
     * in the restricted form known as optimal string alignment.
     */
    static int between(String a, String b) {
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : shortest(distance, a, b, i, j);
            }
        }
        return distance[a.length()][b.length()];
    }

    private static int shortest(int[][] distance, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        best = Math.min(best, distance[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, distance[i - 2][j - 2] + 1) : best;
    }
}
