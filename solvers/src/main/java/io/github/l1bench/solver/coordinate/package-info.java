/** Coordinate descent on an active set: class by class, cyclically over features. */
package io.github.l1bench.solver.coordinate;
