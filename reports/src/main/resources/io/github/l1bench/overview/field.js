// What the scripts of a collection's page share: the target, the budget and the measure, which the address keeps, and the
// statistics that depend on them.
const field = (() => {
  'use strict';
  const { data } = view;
  const MEASURES = { seconds: { name: 'Time', axis: 'time, s', least: 'time / least time, τ' }, passes: { name: 'Passes', axis: 'passes', least: 'passes / fewest passes, τ' } };
  const state = { by: 'seconds', gap: data.start, budget: Infinity, hide: new Set(), family: '' };
  const watchers = [];
  const families = [...new Set(data.instances.map((i) => i.family))];

  // ---- costs: of each solver to a target, infinite beyond the budget ------------------------------------------------
  const counted = (source, by) => source.solvers.map((_, s) => s).filter((s) => by === 'seconds' || source.solvers[s].counted);
  const cost = (source, by, i, s, gap, budget) => {
    const c = source[by][i][s][gap] ?? Infinity;
    return c <= budget ? c : Infinity;
  };
  const gapOf = (source, target) => source.gaps.findIndex((g) => Math.abs(g / target - 1) < 1e-9);
  /** The least cost of every instance. */
  const best = (by, gap, budget) => data.instances.map((_, i) => Math.min(Infinity, ...counted(data, by).map((s) => cost(data, by, i, s, gap, budget))));
  const ratio = (c, one) => (Number.isFinite(c) && Number.isFinite(one) ? c / one : Infinity);
  /** The ratios of every instance and solver to the least. */
  const ratios = (by = state.by, gap = state.gap, budget = state.budget) => {
    const least = best(by, gap, budget);
    return data.instances.map((_, i) => data.solvers.map((__, s) => (counted(data, by).includes(s) ? ratio(cost(data, by, i, s, gap, budget), least[i]) : Infinity)));
  };
  /** Values of which some are infinite, as their staircase: the finite ones, and the share that is at most x. */
  const steps = (values) => {
    const reached = values.filter(Number.isFinite).sort((a, b) => a - b);
    return {
      reached,
      count: values.length,
      share(x) {
        let [low, high] = [0, reached.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if (reached[middle] <= x) low = middle + 1;
          else high = middle;
        }
        return values.length ? low / values.length : 0;
      },
    };
  };
  const curve = (source, s, values, under) => ({ name: source.solvers[s].name, color: source.solvers[s].color, dash: under ? [2, 4] : source.solvers[s].dash, under, steps: steps(values) });
  const shown = () => counted(data, state.by).filter((s) => !state.hide.has(data.solvers[s].name));
  const shownBelow = () => (data.background ? counted(data.background, state.by).filter((s) => !state.hide.has(data.background.solvers[s].name)) : []);
  /** The performance profiles; those of an earlier run first, against the least of this one. */
  const profiles = () => {
    const table = ratios();
    const { background } = data;
    const gap = background ? gapOf(background, data.gaps[state.gap]) : -1;
    const least = gap >= 0 ? best(state.by, state.gap, state.budget) : [];
    const pairs = gap < 0 ? [] : background.pairs.map((j, i) => [i, j]).filter(([, j]) => j >= 0);
    const below = gap < 0 ? [] : shownBelow().map((s) => curve(background, s, pairs.map(([i, j]) => ratio(cost(background, state.by, j, s, gap, state.budget), least[i])), true));
    return below.concat(shown().map((s) => curve(data, s, table.map((row) => row[s]), false)));
  };
  // Kept until the measure, the budget or the hidden solvers change: a move of the target leaves them as they are.
  let kept = { key: null, curves: [] };
  /** The runtime distributions over all targets. */
  const runtimes = () => {
    const key = JSON.stringify([state.by, String(state.budget), ...state.hide]);
    if (kept.key !== key) kept = { key, curves: distributions() };
    return kept.curves;
  };
  const distributions = () => {
    const { background } = data;
    const below = shownBelow().map((s) => curve(background, s, data.gaps.map((g) => gapOf(background, g)).filter((g) => g >= 0)
      .flatMap((g) => background.pairs.filter((j) => j >= 0).map((j) => cost(background, state.by, j, s, g, state.budget))), true));
    return below.concat(shown().map((s) => curve(data, s, data.gaps.flatMap((_, g) => data.instances.map((__, i) => cost(data, state.by, i, s, g, state.budget))), false)));
  };
  /** The first of the fastest solvers of every instance, -1 where there is none. */
  const winners = (table) => table.map((row) => row.indexOf(1));

  // ---- the budget: steps on a logarithmic scale up to the time that each solver had, or the most passes -------------
  const STEPS = 60;
  const ends = {};
  for (const by of Object.keys(MEASURES)) {
    let [low, high] = [Infinity, -Infinity];
    for (const row of data[by]) for (const costs of row) for (const c of costs) if (c !== null) [low, high] = [Math.min(low, c), Math.max(high, c)];
    ends[by] = low < high ? { low, high } : { low: 1, high: 10 };
  }
  const budgetAt = (step) => {
    const { low, high } = ends[state.by];
    return step >= STEPS ? Infinity : Number((low * (high / low) ** (step / STEPS)).toPrecision(3));
  };
  const stepOf = (budget) => {
    const { low, high } = ends[state.by];
    return budget === Infinity ? STEPS : Math.max(0, Math.min(STEPS - 1, Math.round((STEPS * Math.log(budget / low)) / Math.log(high / low))));
  };

  // ---- address -----------------------------------------------------------------------------------------------------
  const read = (given) => {
    state.by = given.get('by') === 'passes' && counted(data, 'passes').length ? 'passes' : 'seconds';
    const target = Number(given.get('target'));
    const near = data.gaps.map((g) => Math.abs(Math.log10(g) - target));
    state.gap = given.get('target') !== null && Math.min(...near) < 0.2 ? near.indexOf(Math.min(...near)) : data.start;
    const budget = Number(given.get('budget'));
    state.budget = given.get('budget') !== null && budget > 0 && Number.isFinite(budget) ? budget : Infinity;
    const hidden = new Set(given.getAll('hide'));
    state.hide = new Set(data.solvers.map((s) => s.name).filter((name) => hidden.has(name)));
    state.family = families.includes(given.get('family')) ? given.get('family') : '';
  };
  const set = (part) => {
    Object.assign(state, part);
    view.write({
      by: state.by === 'seconds' ? null : state.by,
      target: state.gap === data.start ? null : String(Number(Math.log10(data.gaps[state.gap]).toFixed(2))),
      budget: state.budget === Infinity ? null : String(state.budget),
      hide: [...state.hide],
      family: state.family || null,
    });
    watchers.forEach((watch) => watch());
  };
  read(view.given);
  view.onAddress((given) => {
    read(given);
    watchers.forEach((watch) => watch());
  });

  // ---- words -------------------------------------------------------------------------------------------------------
  const digits = (v) => Number(v.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 9 });
  // Halves are rounded up as they are written, not as the double nearest to them is.
  const half = (v, n) => (v >= 1e-6 && v < 1e15 ? Number(Math.round(Number(`${v}e${n}`)) + `e-${n}`) : v);
  const formats = []; // by decimals, as making one takes longer than a hundred uses
  const format = (n) => (formats[n] ??= new Intl.NumberFormat('en-US', { minimumFractionDigits: n, maximumFractionDigits: n }));
  const fixed = (v, n) => format(n).format(half(v, n));
  const three = (v) => fixed(v, Math.max(0, 2 - Math.floor(Math.log10(v) + 1e-12)));
  const seconds = (s) => (s >= 0.9995 ? three(s) + '\u00a0s' : s >= 0.9995e-3 ? three(s * 1e3) + '\u00a0ms' : three(s * 1e6) + '\u00a0µs');
  const passes = (v) => fixed(v, v < 100 && v !== Math.round(v) ? 1 : 0) + (v === 1 ? ' pass' : ' passes');
  const amount = (v) => (state.by === 'seconds' ? seconds(v) : passes(v));
  const times = (r) => fixed(r, r < 10 ? 1 : 0) + '×';
  const list = (words) => (words.length < 2 ? words.join('') : words.slice(0, -1).join(', ') + ' and ' + words[words.length - 1]);
  const within = () => (state.budget === Infinity ? '' : `, within ${amount(state.budget)}`);
  const gapWords = () => {
    const e = Math.log10(data.gaps[state.gap]);
    return Math.abs(e - Math.round(e)) < 1e-6 ? draw.power(Math.round(e)) : draw.power(e.toFixed(2));
  };

  // ---- controls ----------------------------------------------------------------------------------------------------
  const { make } = draw;
  const controls = document.getElementById('controls');
  const range = (id, label, most) => {
    const input = make('input', { type: 'range', id, min: 0, max: most, step: 1 });
    const output = make('output', { for: id });
    controls.append(make('label', { class: 'slide', for: id }, make('span', {}, label), output, input));
    return [input, output];
  };
  controls.className = 'controls scrub fields';
  const radios = make('fieldset', {}, make('legend', {}, 'Measured in'));
  for (const [by, { name }] of Object.entries(MEASURES)) {
    radios.append(make('label', {}, make('input', { type: 'radio', name: 'by', value: by }), make('span', {}, name)));
  }
  if (counted(data, 'passes').length) controls.append(radios);
  const [target, targetOut] = range('target', 'Target: relative gap', data.gaps.length - 1);
  const [budget, budgetOut] = range('budget', 'Budget', STEPS);
  const refresh = () => {
    radios.querySelector(`[value=${state.by}]`).checked = true;
    target.value = state.gap;
    targetOut.textContent = gapWords();
    target.setAttribute('aria-valuetext', gapWords());
    budget.value = stepOf(state.budget);
    budgetOut.textContent = state.budget === Infinity ? 'all' : amount(state.budget);
    budget.setAttribute('aria-valuetext', budgetOut.textContent);
  };
  radios.addEventListener('change', (e) => set({ by: e.target.value, budget: Infinity }));
  target.addEventListener('input', () => set({ gap: Number(target.value) }));
  budget.addEventListener('input', () => set({ budget: budgetAt(Number(budget.value)) }));
  watchers.push(refresh);
  refresh();

  return { data, state, set, families, MEASURES, counted, cost, ratios, profiles, runtimes, winners, steps, amount, times, fixed, list, digits, gapWords, within, onChange(watch) { watchers.push(watch); watch(); } };
})();
