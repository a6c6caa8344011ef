package io.github.l1bench.solver.newton;

import java.util.EnumSet;
import java.util.Set;

/**
 * The rules that a run follows.
 *
 * @param followed those it does
 * @param jointFirst whether joint Newton steps are taken wherever their Hessian fits, and not only where they save work
 */
record Rules(Set<Rule> followed, boolean jointFirst) {
    /** Those of {@link ProxNewton}. */
    static final Rules ALL = new Rules(EnumSet.allOf(Rule.class), false);

    /** Those of {@link Newton}. */
    static final Rules JOINT = new Rules(EnumSet.allOf(Rule.class), true);

    /** Whether a rule is followed. */
    boolean has(Rule rule) {
        return followed.contains(rule);
    }

    /** The same without one. */
    Rules without(Rule rule) {
        Set<Rule> others = EnumSet.copyOf(followed);
        others.remove(rule);
        return new Rules(others, jointFirst);
    }
}
