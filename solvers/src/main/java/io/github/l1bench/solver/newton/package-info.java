/**
 * Proximal Newton on a working set.
 *
 * <h2>The algorithm</h2>
 *
 * <pre>
 *   ColdStart       joint steps on all pairs where StepChoice finds them cheaper; else solve roughly on a sample of rows,
 *                   or two, very small penalties by continuation; a path starts where its last solutions lead
 *   Minimization    repeat
 *     Reference       look: exact gradient G of all pairs (feature, class); now and then the certified gap; stop
 *     Schedule        how far to go: to 20 %, then 10 % of the violation, and from 20 % of lambda on to the target, or as
 *                     far as updated scores are exact
 *     WorkingSet      S = support and the pairs with |G| &gt;= 0.97 lambda, at first no more than twice the support
 *     JointNewton     if StepChoice finds that cheaper, repeat until the KKT residual on S is small enough
 *       JointHessian    H of all pairs of S and all intercepts, kept while steps are good
 *       JointDescent    direction: coordinate descent on g' d + d' H d / 2 + lambda |w + d|_1, extrapolated
 *       line search     Armijo with the change of the objective
 *     Sweeps          else repeat until the KKT residual on S is small enough
 *       ClassStep       for each class k in turn, the others fixed:
 *         BlockModel      H_k = X_S' diag(p_k (1 - p_k)) X_S / n, made once and kept from sweep to sweep
 *         InnerDescent    direction: coordinate descent on g' d + d' H_k d / 2 + lambda |w + d|_1
 *         LineSearch      Armijo with the exact change of the loss; H counts more after a shortened step
 *       Acceleration    Anderson's extrapolation of whole sweeps, after every second, kept if the objective falls
 *       if the residual does not halve: more rows and new weights for H; near the optimum, a JointStep of all
 *         nonzero weights together, by conjugate gradients
 * </pre>
 *
 * The steps of one class at a time are glmnet's (Friedman, Hastie and Tibshirani, 2010) with a line search (Lee, Sun and
 * Saunders, 2014); growing the set from exact gradients is that of working-set methods (Johnson and Guestrin, 2015); the
 * extrapolation is Anderson's (1965), as Bertrand and Massias (2021) use it on coordinate descent.
 *
 * <h2>Where exactness comes from</h2>
 *
 * Columns of the working set are floats, or bytes and a scale, and curvature is taken on some of the rows, but only
 * where an error costs speed and not truth: a gradient is an exact one plus the product with a difference of residuals,
 * whose rounding vanishes with it; scores are made anew from the design at every certified look; the line search
 * compares objectives and not models. The gap is {@link io.github.l1bench.problem.Certifier}'s, of the very coefficients
 * returned. A run that comes no nearer to its target returns those with the smallest gap it certified. Sparse designs
 * (less than 8 % nonzero) are never densified: {@link io.github.l1bench.solver.newton.SparseColumns} reads them in
 * place.
 *
 * <h2>Work</h2>
 *
 * A look costs half a pass for the gradient and, when it certifies or makes the scores anew, half a pass for these. An inner product or
 * combination with one column of n entries costs 1 / (2 p K) pass, in a gradient on S, in an update and in H, there in
 * proportion to the rows looked at; on the sample, in proportion to its rows.
 *
 * <h2>What each rule is worth</h2>
 *
 * A {@link io.github.l1bench.solver.newton.Rule} can be left out; docs/solvers.md has a table, printed by a command, of
 * what that costs, and how the choice of steps is made.
 */
package io.github.l1bench.solver.newton;
