"""As much of numpy as workers use."""

__version__ = "0.stand.in"


class ndarray:
    def __init__(self, values, shape=None):
        self.values = list(values)
        self.shape = shape or (len(self.values),)

    def reshape(self, *shape):
        if shape and isinstance(shape[0], tuple):
            shape = shape[0]
        size = 1
        for extent in shape:
            size *= extent
        if size != len(self.values):
            raise ValueError("cannot reshape %d values to %s" % (len(self.values), shape))
        return ndarray(self.values, shape)

    def astype(self, dtype):
        return self

    @property
    def T(self):
        rows, columns = self.shape
        return ndarray([self.values[i * columns + j] for j in range(columns) for i in range(rows)], (columns, rows))

    def __len__(self):
        return self.shape[0]

    def __getitem__(self, i):
        if len(self.shape) == 1:
            return self.values[i]
        if not 0 <= i < self.shape[0]:
            raise IndexError(i)
        return ndarray(self.values[i * self.shape[1] : (i + 1) * self.shape[1]])


def frombuffer(values, dtype):
    if {"f8": "d", "i4": "i", "i8": "q"}[dtype] != memoryview(values).format:
        raise ValueError("%s for %s" % (dtype, memoryview(values).format))
    return ndarray(values)


def array(values):
    return values if isinstance(values, ndarray) else ndarray(values if hasattr(values, "__len__") else [values])


def asfortranarray(values):
    return values
