/** Random numbers that repeat those of numpy and scikit-learn, so that a published run can be replayed. */
package io.github.l1bench.random;
