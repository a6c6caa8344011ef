package io.github.l1bench.optimisers

import breeze.linalg.DenseVector
import breeze.optimize.{CachedDiffFunction, DiffFunction, OWLQN}

/** Breeze's OWLQN for Java, whose compiler cannot implement DiffFunction: its apply returns both a double and an Object. */
object Breeze {

  /** Writes the gradient at theta, which is not modified, and returns the value. */
  trait Smooth {
    def at(theta: Array[Double], gradient: Array[Double]): Double
  }

  /**
   * Minimises f plus penalty times the absolute values of the first entries.
   *
   * @param memory pairs of steps and gradient changes
   * @param penalised how many entries are penalised
   * @param tolerance relative change of value or gradient that ends it
   */
  def owlQn(
      f: Smooth, start: Array[Double], penalised: Int, penalty: Double, memory: Int, tolerance: Double): Unit = {
    val function = new DiffFunction[DenseVector[Double]] {
      def calculate(theta: DenseVector[Double]) = {
        val gradient = new Array[Double](start.length)
        val value = f.at(theta.toArray, gradient)
        (value, new DenseVector(gradient))
      }
    }
    val noLimit = -1
    val ofEntry = (i: Int) => if (i < penalised) penalty else 0.0
    new OWLQN[Int, DenseVector[Double]](noLimit, memory, ofEntry, tolerance)
      .minimize(new CachedDiffFunction(function), new DenseVector(start))
    ()
  }
}
