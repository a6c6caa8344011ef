package io.github.l1bench.figure;

import java.util.Map;
import org.knowm.xchart.internal.chartpart.IChart;

/** A chart that a page can draw as well, from its numbers. */
public interface Chart extends IChart {
    /**
     * What there is to draw, as JSON has it: maps, lists, numbers and strings under the names that the page's script
     * reads; {@code kind} says which of its charts it is. Numbers that are not finite stand for none.
     */
    Map<String, Object> data();
}
