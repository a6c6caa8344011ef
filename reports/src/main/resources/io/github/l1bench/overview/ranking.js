// The ranking of the solvers over data sets, and which of them these tell apart, for any costs: what the classes Ranking,
// Friedman, SignedRanks and Holm compute for the files, and what the page says of it.
const ranking = (() => {
  'use strict';
  const { data, state } = field;
  const LEVEL = 0.05;
  const sets = Math.max(-1, ...data.blocks) + 1;

  /** Ranks from 1 for the least; equal values share the mean of their ranks. */
  const ranksOf = (values) => {
    const sorted = Float64Array.from(values).sort();
    const ranks = new Map();
    for (let from = 0, to; from < sorted.length; from = to) {
      for (to = from + 1; to < sorted.length && sorted[to] === sorted[from]; to++);
      ranks.set(sorted[from], (from + 1 + to) / 2);
    }
    return values.map((value) => ranks.get(value));
  };
  /** The mean ranks within each data set. */
  const byBlock = (costs) => {
    const sums = Array.from({ length: sets }, () => costs[0].map(() => 0));
    const sizes = Array(sets).fill(0);
    costs.forEach((row, i) => {
      sizes[data.blocks[i]]++;
      ranksOf(row).forEach((rank, s) => { sums[data.blocks[i]][s] += rank; });
    });
    return sums.map((row, b) => row.map((sum) => sum / sizes[b]));
  };

  // ---- Friedman's test with the F of Iman and Davenport --------------------------------------------------------------
  // Of halves of whole numbers, which degrees of freedom are.
  const logGamma = (x) => {
    let sum = x % 1 === 0 ? 0 : Math.log(Math.PI) / 2;
    for (let y = x - 1; y > 0; y--) sum += Math.log(y);
    return sum;
  };
  // The regularised incomplete beta function by its continued fraction (Abramowitz and Stegun 26.5.8), from its end.
  const beta = (x, a, b) => {
    if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
    if (x > (a + 1) / (a + b + 2)) return 1 - beta(1 - x, b, a);
    let tail = 1;
    for (let m = 400; m >= 1; m--) {
      tail = 1 + (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)) / tail;
      tail = 1 - ((a + m - 1) * (a + b + m - 1) * x) / ((a + 2 * m - 2) * (a + 2 * m - 1)) / tail;
    }
    return Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / (a * tail);
  };
  const friedman = (ranks, mean) => {
    const [n, k] = [ranks.length, mean.length];
    if (n < 2 || k < 2) return NaN;
    const middle = (k + 1) / 2;
    const between = mean.reduce((sum, m) => sum + (n * (m - middle)) ** 2, 0);
    const all = ranks.flat().reduce((sum, rank) => sum + (rank - middle) ** 2, 0);
    if (all === 0) return 1;
    const chiSquare = ((k - 1) * between) / all;
    const room = n * (k - 1) - chiSquare;
    if (room <= 1e-12 * n * k) return 0;
    const f = ((n - 1) * chiSquare) / room;
    const below = (k - 1) * (n - 1);
    return beta(below / (below + (k - 1) * f), below / 2, (k - 1) / 2);
  };

  // ---- pairs: exact signed ranks, Holm's correction, and the groups that are not told apart ---------------------------
  const divisor = (a, b) => (b ? divisor(b, a % b) : a);
  const signedRanks = (a, b) => {
    const differences = a.map((cost, i) => (cost === b[i] ? 0 : cost > b[i] ? cost / b[i] : -b[i] / cost));
    const doubled = Array(sets).fill(0);
    ranksOf(differences.map(Math.abs)).forEach((rank, i) => { doubled[data.blocks[i]] += 2 * rank * Math.sign(differences[i]); });
    const unit = doubled.map(Math.abs).reduce(divisor, 0) || 1; // two or more where no difference ties
    const seen = Math.abs(doubled.reduce((sum, d) => sum + d, 0)) / unit;
    let share = Float64Array.of(1); // of each distance of the sum from 0, one data set after another
    for (const step of doubled.map((d) => Math.abs(d) / unit).filter((d) => d > 0)) {
      const next = new Float64Array(share.length + step);
      for (let at = 0; at < share.length; at++) {
        next[at + step] += share[at] / 2;
        next[Math.abs(at - step)] += share[at] / 2;
      }
      share = next;
    }
    return Math.min(1, share.subarray(seen).reduce((sum, part) => sum + part, 0));
  };
  const holm = (probabilities) => {
    const order = probabilities.map((_, i) => i).sort((a, b) => probabilities[a] - probabilities[b]);
    const adjusted = [];
    let largest = 0;
    order.forEach((test, i) => {
      largest = Math.max(largest, Math.min(1, (order.length - i) * probabilities[test]));
      adjusted[test] = largest;
    });
    return adjusted;
  };
  const grow = (members, open, done, p, found) => {
    if (!open.length && !done.length && members.length > 1) found.push(members);
    const left = [...open];
    const tried = [...done];
    for (const solver of open) {
      left.splice(left.indexOf(solver), 1);
      const alike = (others) => others.filter((other) => p[solver][other] > LEVEL);
      grow([...members, solver], alike(left), alike(tried), p, found);
      tried.push(solver);
    }
  };

  /** The ranking by the measure, the target and the budget that are set; solvers by their numbers in `solvers`. */
  const now = () => {
    const solvers = field.counted(data, state.by);
    const costs = data.instances.map((_, i) => solvers.map((s) => field.cost(data, state.by, i, s, state.gap, state.budget)));
    const ranks = costs.length ? byBlock(costs) : [];
    const mean = solvers.map((_, s) => ranks.reduce((sum, row) => sum + row[s], 0) / ranks.length);
    const order = solvers.map((_, s) => s).sort((a, b) => mean[a] - mean[b]);
    const pairs = solvers.flatMap((_, a) => solvers.slice(a + 1).map((__, i) => [a, a + 1 + i]));
    const column = solvers.map((_, s) => costs.map((row) => row[s]));
    const p = solvers.map(() => solvers.map(() => 1));
    holm(pairs.map(([a, b]) => signedRanks(column[a], column[b]))).forEach((value, i) => {
      const [a, b] = pairs[i];
      p[a][b] = value;
      p[b][a] = value;
    });
    const cliques = [];
    grow([], order, [], p, cliques);
    return { solvers, mean, order, p, cliques, friedman: friedman(ranks, mean) };
  };

  // ---- in words --------------------------------------------------------------------------------------------------------
  const nameOf = (found, s) => data.solvers[found.solvers[s]].name;
  const probability = (p) => (p < 0.001 ? 'p < 0.001' : `p = ${field.fixed(p, Math.max(0, 1 - Math.floor(Math.log10(p) + 1e-12)))}`);
  /** Which solvers the data sets tell apart. */
  const told = (found) => {
    const { order, mean, p } = found;
    if (order.length < 2 || sets < 2) return 'With fewer than two solvers or two data sets there is nothing to tell apart.';
    const best = order.filter((s) => mean[s] - mean[order[0]] <= 1e-9);
    const alike = order.filter((s) => !best.includes(s) && best.some((b) => p[b][s] > LEVEL)).map((s) => nameOf(found, s));
    const these = `these ${sets} data sets`;
    const first = `${field.list(best.map((s) => nameOf(found, s)))} ${best.length === 1 ? 'has' : 'share'} the best mean rank, ${field.fixed(mean[order[0]], 2)}. `;
    const any = `That all solvers are alike is ${found.friedman <= LEVEL ? 'ruled out' : 'not ruled out'} (Friedman's test, ${probability(found.friedman)}).`;
    if ((2 ** (1 - sets) * order.length * (order.length - 1)) / 2 > LEVEL) return `${first}But ${these} are too few to tell any pair of ${order.length} solvers apart. ${any}`;
    const [is, are] = state.by === 'seconds' ? ['is slower', 'are slower'] : ['needs more passes', 'need more passes'];
    if (best.length === order.length) return first + any;
    if (!alike.length) return `${first}By ${these} every other solver ${is}. ${any}`;
    const others = alike.length === order.length - best.length ? ' from any other solver. ' : ` from ${field.list(alike)}; the others ${are}. `;
    return `${first}But ${these} do not tell ${best.length === 1 ? 'it' : 'them'} apart${others}${any}`;
  };
  return { now, told };
})();
