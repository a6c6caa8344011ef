/** MNIST, and what takes its place where it cannot be had. */
package io.github.l1bench.data.mnist;
