/** Which code a result was made with: fingerprints of classes and of all that they use. */
package io.github.l1bench.code;
