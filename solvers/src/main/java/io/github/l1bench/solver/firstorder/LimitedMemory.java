package io.github.l1bench.solver.firstorder;

import io.github.l1bench.problem.Iterate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The inverse Hessian of L-BFGS: the last few pairs of steps s and changes of the gradient y, and the two loops. */
final class LimitedMemory {
    private record Pair(Iterate step, Iterate change, double inverseProduct) {}

    private final int capacity;
    private final Deque<Pair> newestFirst = new ArrayDeque<>();
    private double scale = 1;

    LimitedMemory(int capacity) {
        this.capacity = capacity;
    }

    boolean isEmpty() {
        return newestFirst.isEmpty();
    }

    void clear() {
        newestFirst.clear();
        scale = 1;
    }

    /** Remembers s and y, which are kept, if their curvature s . y is positive beyond rounding. */
    void remember(Iterate step, Iterate change) {
        double product = step.dot(change);
        double square = change.dot(change);
        if (product > 1e-16 * square && product > Double.MIN_NORMAL) {
            newestFirst.addFirst(new Pair(step, change, 1 / product));
            scale = product / square;
            if (newestFirst.size() > capacity) {
                newestFirst.removeLast();
            }
        }
    }

    /** direction = H direction, by the two loops of Nocedal (1980); itself as long as nothing is remembered. */
    void apply(Iterate direction) {
        double[] alpha = new double[newestFirst.size()];
        int i = 0;
        for (Pair pair : newestFirst) {
            alpha[i] = pair.inverseProduct * pair.step.dot(direction);
            direction.add(-alpha[i++], pair.change);
        }
        direction.scale(scale);
        for (Iterator<Pair> oldestFirst = newestFirst.descendingIterator(); oldestFirst.hasNext(); ) {
            Pair pair = oldestFirst.next();
            double beta = pair.inverseProduct * pair.change.dot(direction);
            direction.add(alpha[--i] - beta, pair.step);
        }
    }
}
