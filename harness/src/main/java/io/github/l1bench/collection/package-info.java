/**
 * Many problems: a collection is a list of instances, each of them data, a penalty and a seed; its results are the times
 * and the passes of every solver to every gap of one ladder. Above {@code experiment}, which runs the cells of one
 * instance.
 */
package io.github.l1bench.collection;
