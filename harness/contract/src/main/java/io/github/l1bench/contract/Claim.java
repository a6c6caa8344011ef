package io.github.l1bench.contract;

/** What is claimed of every solver. */
enum Claim {
    INTRODUCES_ITSELF("it has a name that can be typed, a description and a reference", Conduct::introducesItself),
    GAP("the gap is as claimed", Optimality::gapIsAsClaimed),
    OPTIMUM("the objective is the optimum's, within the gap", Optimality::objectiveIsTheOptimums),
    NULL_MODEL("from lambda max on, weights are exactly zero", Optimality::weightsAreZeroFromLambdaMaxOn),
    NOT_NULL("just below lambda max, some weight is not zero", Optimality::someWeightIsNotZeroBelowLambdaMax),
    CONSTANT_COLUMNS("weights of constant columns are exactly zero", Optimality::constantColumnsGetZeros),
    LAYOUTS("dense and sparse designs give one answer", Symmetry::denseAndSparseAgree),
    ROWS("samples in another order give the same answer", Symmetry::rowsMayBePermuted),
    COLUMNS("features in another order give the answer in that order", Symmetry::columnsMayBePermuted),
    CLASSES("classes in another order give the answer in that order", Symmetry::classesMayBePermuted),
    MEANS("a constant added to a feature changes nothing", Symmetry::constantsMayBeAddedToFeatures),
    SAME_SEED("the same request gives the same bits", Symmetry::sameRequestGivesSameBits),
    OTHER_SEED("another seed takes another path to the same optimum", Symmetry::otherSeedGivesSameOptimum),
    THREADS("two threads at once get the same bits", Symmetry::threadsDoNotDisturbEachOther),
    SHARED_WORK("the number of threads it is given changes nothing", Symmetry::threadsThatShareWorkChangeNothing),
    FROM_OPTIMUM("from the optimum it ends at once", Starts::endsAtOnceFromTheOptimum),
    WARM_START("a start near the optimum does not hurt", Starts::nearbyStartDoesNotHurt),
    WILD_START("a start far away leads to an honest end", Starts::wildStartEndsHonestly),
    INPUTS("inputs are not modified", Conduct::inputsAreNotModified),
    PASSES("the budget of passes is kept", Conduct::passesAreKept),
    SECONDS("the budget of seconds is kept", Conduct::secondsAreKept),
    MONITOR("the monitor's wish to stop is obeyed", Conduct::monitorIsObeyed),
    TRACE("the trace grows in passes, iterations and seconds", Conduct::traceIsMonotone),
    LAST_MOMENT("what is returned is no worse than what was last shown", Conduct::returnsNothingWorseThanItShowed),
    ONE_PASS("the status is honest under a budget of one pass", Conduct::isHonestAfterOnePass);

    /** A check, by an AssertionError that says what does not hold. */
    @FunctionalInterface
    interface Check {
        void check(Subject subject, Fixture fixture);
    }

    private final String sentence;
    private final Check check;

    Claim(String sentence, Check check) {
        this.sentence = sentence;
        this.check = check;
    }

    String sentence() {
        return sentence;
    }

    void check(Subject subject, Fixture fixture) {
        check.check(subject, fixture);
    }
}
