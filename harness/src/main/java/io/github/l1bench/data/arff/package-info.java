/** Attribute-Relation File Format, as Weka writes it, dense and sparse. */
package io.github.l1bench.data.arff;
