"""What stands in for libraries that a machine need not have: it notes what it is asked, and refuses what it does not know."""

import sys

import numpy


def note(name, arguments):
    print(name + " " + " ".join("%s=%s" % pair for pair in sorted(arguments.items())), file=sys.stderr)


class Estimator:
    """Takes the arguments in KNOWN and no others; its fit finds nothing but zeros."""

    KNOWN = ()

    def __init__(self, **arguments):
        unknown = sorted(set(arguments) - set(self.KNOWN))
        if unknown:
            raise TypeError("unexpected keyword argument '%s'" % unknown[0])
        note(type(self).__name__, arguments)
        self.arguments = arguments

    def fit(self, x, y):
        classes = sorted(set(y))
        if classes != list(range(len(classes))):
            raise ValueError("classes " + str(classes))
        note("fit", {"x": type(x).__name__ + str(x.shape), "n": len(y), "classes": len(classes)})
        rows = len(classes) if len(classes) > 2 else 1
        self.coef_ = numpy.array([0.0] * (rows * x.shape[1])).reshape(rows, x.shape[1])
        self.intercept_ = numpy.array([0.0] * rows)
        self.n_iter_ = [3]
        return self
