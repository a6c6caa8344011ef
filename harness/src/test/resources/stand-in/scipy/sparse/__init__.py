class csr_matrix:
    def __init__(self, parts, shape):
        values, indices, indptr = parts
        if len(indptr) != shape[0] + 1 or len(values) != len(indices) or indptr[shape[0]] != len(values):
            raise ValueError("no CSR matrix")
        self.shape = shape

    def tocsc(self):
        return csc_matrix(self.shape)


class csc_matrix:
    def __init__(self, shape):
        self.shape = shape
