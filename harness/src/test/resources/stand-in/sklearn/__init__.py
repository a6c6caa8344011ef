"""scikit-learn of the version in the environment's STAND_IN_VERSION; what that version deprecates it refuses."""

import os

__version__ = os.environ["STAND_IN_VERSION"]
