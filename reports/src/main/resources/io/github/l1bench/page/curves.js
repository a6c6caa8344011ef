// The convergence chart: axes, scales, hidden solvers and a target that ranks the solvers, all kept in the address.
(() => {
  'use strict';
  const mount = document.getElementById('explorer');
  if (!mount) return;
  const cells = view.data.cells;

  const X = { time: 'time, s', passes: 'passes' };
  const Y = {
    gap: { name: 'Relative gap', axis: 'relative gap, (P − D) / P', log: true },
    excess: { name: 'Objective − best bound', axis: 'P − largest certified lower bound', log: true },
    zeros: { name: 'Zero weights', axis: 'zero weights, %', log: false },
    accuracy: { name: 'Test accuracy', axis: 'test accuracy, %', log: false },
  };
  const has = (table, name) => Object.prototype.hasOwnProperty.call(table, name);
  const known = (y) => cells.some((c) => c.trace[y].some((v) => v !== null));

  // ---- state and address -------------------------------------------------------------------------------------------
  const state = { x: 'time', y: 'gap', lx: true, ly: true, hide: new Set(), target: -6 };

  const readAddress = (given) => {
    if (has(X, given.get('x'))) state.x = given.get('x');
    if (has(Y, given.get('y')) && known(given.get('y'))) state.y = given.get('y');
    state.lx = given.get('lx') !== '0';
    state.ly = given.get('ly') !== null ? given.get('ly') !== '0' : Y[state.y].log;
    const target = Number(given.get('target'));
    if (given.get('target') !== null && target >= -10 && target <= -0.5) state.target = target;
    const hidden = new Set(given.getAll('hide'));
    state.hide = new Set(cells.map((c) => c.label).filter((label) => hidden.has(label)));
  };

  const writeAddress = () => view.write({
    x: state.x,
    y: state.y,
    lx: state.lx ? '1' : '0',
    ly: state.ly ? '1' : '0',
    target: String(state.target),
    hide: [...state.hide],
  });

  const { make, shape, power, range, axis } = draw;
  const seconds = (s) => (s >= 1 ? Number(s.toPrecision(3)) + ' s' : Number((s * 1e3).toPrecision(3)) + ' ms');
  const amount = (v) => (state.x === 'time' ? seconds(v) : Number(v.toPrecision(4)) + (v === 1 ? ' pass' : ' passes'));
  const value = (v) => {
    if (v === null || v === undefined) return '–';
    if (state.y === 'zeros' || state.y === 'accuracy') return v.toFixed(2) + ' %';
    return v !== 0 && Math.abs(v) < 0.01 ? v.toExponential(2).replace('-', '−') : Number(v.toPrecision(4));
  };
  // ---- the curves to draw ------------------------------------------------------------------------------------------
  const visible = () => cells.filter((c) => !state.hide.has(c.label));
  const points = (cell) => {
    const xs = cell.trace[state.x];
    const ys = cell.trace[state.y];
    const result = [];
    for (let i = 0; i < xs.length; i++) {
      const begun = cell.rungs || cell.trace.passes[i] > 0 || !state.lx; // the start has no place on a logarithmic axis
      const drawable = begun && xs[i] !== null && ys[i] !== null && (!state.lx || xs[i] > 0) && (!state.ly || ys[i] > 0);
      if (drawable) result.push([xs[i], ys[i]]);
    }
    return result;
  };
  const reach = (cell) => {
    const i = cell.trace.gap.findIndex((g) => g !== null && g <= 10 ** state.target * (1 + 1e-9));
    return i < 0 ? Infinity : cell.trace[state.x][i] ?? Infinity;
  };

  // ---- drawing -----------------------------------------------------------------------------------------------------
  let chart = null;
  const paint = () => {
    const width = Math.max(300, frame.clientWidth);
    const height = width < 560 ? 320 : 440;
    const curves = visible().map((cell) => ({ cell, points: points(cell) }));
    const named = width >= 700;
    const room = named ? Math.max(0, ...curves.map((c) => draw.textWidth(shortened(c.cell.label)))) + 16 : 14;
    const box = { left: 62, right: width - room, top: 12, bottom: height - 46 };
    const all = curves.flatMap((c) => c.points);
    const x = axis(range(all.map((p) => p[0]), state.lx), state.lx, box.left, box.right);
    const y = axis(range(all.map((p) => p[1]), state.ly), state.ly, box.bottom, box.top);
    const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' });
    draw.across(svg, x, state.lx, X[state.x], box);
    draw.upward(svg, y, state.ly, Y[state.y].axis, box);
    for (const curve of curves) svg.append(line(curve, x, y));
    if (state.y === 'gap') targetLine(svg, box, y);
    for (const { cell } of curves) settledMark(svg, cell, x, y);
    if (named) names(svg, curves, x, y, { ...box, right: width });
    const momentMarks = shape('g', {});
    svg.append(momentMarks);
    const cursor = shape('line', { class: 'cursor', y1: box.top, y2: box.bottom, visibility: 'hidden' });
    svg.append(cursor);
    frame.replaceChildren(svg, readout);
    frame.setAttribute('aria-label', `${Y[state.y].axis} of ${curves.length} solvers against ${X[state.x]}. `
        + 'Left and right arrows move a cursor that reads the values; Enter shows the weights there.');
    chart = { x, y, box, curves, cursor, width, momentMarks };
    drawMoment();
  };
  const line = ({ cell, points }, x, y) => {
    const d = points.map((p, i) => (i ? 'L' : 'M') + x.place(p[0]).toFixed(1) + ',' + y.place(p[1]).toFixed(1)).join('');
    const path = shape('path', { class: 'curve', d, stroke: cell.color, 'data-cell': cell.label });
    if (cell.dash.length) path.setAttribute('stroke-dasharray', cell.dash.join(' '));
    if (!cell.rungs) return path;
    // Each point is a run of its own.
    path.setAttribute('class', 'curve rungs');
    const group = shape('g', { 'data-cell': cell.label });
    group.append(path, ...points.map((p) => shape('circle', { cx: x.place(p[0]), cy: y.place(p[1]), r: 3, fill: cell.color })));
    return group;
  };
  // At the end of each curve its name, beside the others.
  const shortened = (label) => (label.length > 28 ? label.slice(0, 27) + '…' : label);
  const names = (svg, curves, x, y, box) => {
    const places = draw.placer(box);
    const ends = curves.filter((c) => c.points.length).map(({ cell, points }) => {
      points.forEach((p) => places.avoid(x.place(p[0]), y.place(p[1]), 2));
      const end = points[points.length - 1];
      return { cell, at: [x.place(end[0]), y.place(end[1])] };
    });
    for (const { cell, at } of ends) svg.append(places.beside(shortened(cell.label), at[0], at[1], 5, cell.color));
  };
  const drawable = (x, y) => typeof x === 'number' && typeof y === 'number' && (!state.lx || x > 0) && (!state.ly || y > 0);
  const settledMark = (svg, cell, x, y) => {
    const at = cell.settled;
    if (!at || !drawable(at[state.x], at[state.y])) return;
    const mark = shape('circle', { class: 'settled', cx: x.place(at[state.x]), cy: y.place(at[state.y]), r: 4.5, stroke: cell.color });
    mark.append(shape('title', {}, `${cell.label}: support settled after ${Number(at.passes.toPrecision(4))} passes`));
    svg.append(mark);
  };
  // Where on each curve the weights are that the maps show.
  const drawMoment = () => {
    if (!chart) return;
    chart.momentMarks.replaceChildren();
    if (!view.moments.length || view.isEnd()) return;
    const { x, y, box } = chart;
    const passes = view.moments[view.moment];
    if (state.x === 'passes' && passes >= x.low && passes <= x.high) {
      const at = x.place(passes);
      chart.momentMarks.append(shape('line', { class: 'moment', x1: at, x2: at, y1: box.top, y2: box.bottom }));
    }
    for (const { cell } of chart.curves) {
      const i = view.shotOf(cell);
      if (i === undefined || !drawable(cell.shots[state.x][i], cell.shots[state.y][i])) continue;
      chart.momentMarks.append(shape('circle', {
        class: 'moment', cx: x.place(cell.shots[state.x][i]), cy: y.place(cell.shots[state.y][i]), r: 5.5, fill: cell.color, 'data-cell': cell.label,
      }));
    }
  };
  // Shows the weights at the snapshot nearest to a place in the chart; `py` is undefined where only the time is known.
  const pick = (px, py) => {
    if (!chart) return;
    let best = { distance: Infinity };
    for (const { cell } of chart.curves) {
      if (!cell.shots) continue;
      cell.shots.passes.forEach((passes, i) => {
        if (!drawable(cell.shots[state.x][i], cell.shots[state.y][i])) return;
        const dx = chart.x.place(cell.shots[state.x][i]) - px;
        const dy = py === undefined ? 0 : chart.y.place(cell.shots[state.y][i]) - py;
        if (Math.hypot(dx, dy) < best.distance) best = { distance: Math.hypot(dx, dy), passes };
      });
    }
    if (best.passes !== undefined) view.goToPasses(best.passes);
  };

  const targetLine = (svg, box, y) => {
    const target = 10 ** state.target;
    if (target < y.low || target > y.high || (!state.ly && target < (y.high - y.low) / 500)) return;
    const at = y.place(target);
    svg.append(shape('line', { class: 'target', x1: box.left, x2: box.right, y1: at, y2: at }));
    svg.append(shape('text', { class: 'tick', x: box.right - 4, y: at - 5, 'text-anchor': 'end' }, 'target'));
  };

  // ---- reading values ----------------------------------------------------------------------------------------------
  const readAt = (px) => {
    if (!chart) return;
    const at = Math.min(chart.box.right, Math.max(chart.box.left, px));
    const where = chart.x.back(at);
    const rows = chart.curves.map(({ cell, points }) => {
      const passed = points.filter((p) => p[0] <= where * (1 + 1e-9));
      const ended = passed.length === points.length && points.length && where > points[points.length - 1][0] * 1.0001;
      return { cell, v: passed.length ? passed[passed.length - 1][1] : null, ended };
    });
    chart.cursor.setAttribute('x1', at);
    chart.cursor.setAttribute('x2', at);
    chart.cursor.setAttribute('visibility', 'visible');
    readout.replaceChildren(make('b', {}, amount(where)), ...rows.map((r) =>
        make('div', {}, swatch(r.cell), r.cell.label, make('span', {}, value(r.v) + (r.ended ? ' (ended)' : '')))));
    readout.hidden = false;
    const left = at > chart.width / 2;
    readout.style.left = left ? 'auto' : at + 14 + 'px';
    readout.style.right = left ? chart.width - at + 14 + 'px' : 'auto';
    chart.at = at;
  };
  const { swatch } = draw;
  const endReading = () => {
    readout.hidden = true;
    if (chart) chart.cursor.setAttribute('visibility', 'hidden');
  };

  // ---- controls ----------------------------------------------------------------------------------------------------
  const choice = (legend, name, options) => {
    const field = make('fieldset', {}, make('legend', {}, legend));
    for (const [id, label] of options) {
      const input = make('input', { type: 'radio', name, value: id });
      input.addEventListener('change', () => {
        state[name] = id;
        if (name === 'y') state.ly = Y[id].log;
        update();
      });
      field.append(make('label', {}, input, make('span', {}, label)));
    }
    return field;
  };
  const flag = (name, label) => {
    const input = make('input', { type: 'checkbox', name });
    input.addEventListener('change', () => { state[name] = input.checked; update(); });
    return make('label', { class: 'check' }, input, label);
  };
  const legendEntry = (cell) => {
    const toggle = make('button', { type: 'button', class: 'toggle', 'data-cell': cell.label }, swatch(cell), cell.label);
    toggle.addEventListener('click', () => {
      if (!state.hide.delete(cell.label)) state.hide.add(cell.label);
      update();
    });
    const only = make('button', { type: 'button', class: 'only', 'aria-label': 'Only ' + cell.label }, 'only');
    only.addEventListener('click', () => {
      const others = cells.map((c) => c.label).filter((label) => label !== cell.label);
      const alone = !state.hide.has(cell.label) && others.every((label) => state.hide.has(label));
      state.hide = new Set(alone ? [] : others);
      update();
    });
    return make('span', { class: 'entry' }, toggle, only);
  };

  const readout = make('div', { class: 'readout', role: 'status' });
  readout.hidden = true;
  const frame = make('div', { class: 'frame', tabindex: '0', role: 'img' });
  const key = make('p', { class: 'note key' });
  const metrics = Object.entries(Y).filter(([id]) => known(id)).map(([id, y]) => [id, y.name]);
  const slider = make('input', { type: 'range', min: '-9', max: '-1', step: '0.25', id: 'target' });
  const targetText = make('output', { for: 'target' });
  const ranking = make('ol', { class: 'ranking', 'aria-live': 'polite' });
  slider.addEventListener('input', () => { state.target = Number(slider.value); update(); });
  const placeOf = (e) => {
    const box = frame.getBoundingClientRect();
    return [e.clientX - box.left, e.clientY - box.top];
  };
  frame.addEventListener('pointermove', (e) => {
    readAt(placeOf(e)[0]);
    if (e.buttons & 1) pick(...placeOf(e));
  });
  frame.addEventListener('click', (e) => pick(...placeOf(e)));
  frame.addEventListener('pointerleave', endReading);
  frame.addEventListener('blur', endReading);
  frame.addEventListener('keydown', (e) => {
    if (e.key === 'Enter' && chart && chart.at !== undefined) pick(chart.at);
    const step = { ArrowLeft: -8, ArrowRight: 8 }[e.key];
    if (!step || !chart) return;
    e.preventDefault();
    readAt((chart.at ?? chart.box.left) + step);
  });

  const controls = make('div', { class: 'controls' },
      choice('Show', 'y', metrics),
      choice('Against', 'x', cells.every((c) => c.rungs) ? [['time', 'Time']] : [['time', 'Time'], ['passes', 'Passes']]),
      make('fieldset', {}, make('legend', {}, 'Logarithmic'), flag('lx', 'across'), flag('ly', 'up')));
  const entries = make('div', { class: 'entries controls', role: 'group', 'aria-label': 'Solvers shown' }, ...cells.map(legendEntry));
  const rank = make('div', { class: 'rank controls' },
      make('label', { for: 'target' }, 'First, in watched runs, to a certified relative gap of ', targetText), slider, ranking);
  mount.append(controls, frame, key);
  if (cells.length > 1) mount.append(entries, rank);
  key.textContent = [
    cells.some((c) => c.settled) ? '○ where a support stopped changing.' : '',
    view.moments.length ? '● the moment whose weights are shown: choose it by a click on a curve, or by the slider of the weights.' : '',
  ].join(' ');
  view.onMoment(drawMoment);

  const showControls = () => {
    for (const input of mount.querySelectorAll('input[type=radio]')) input.checked = state[input.name] === input.value;
    for (const input of mount.querySelectorAll('input[type=checkbox]')) input.checked = state[input.name];
    for (const b of mount.querySelectorAll('.toggle')) b.setAttribute('aria-pressed', String(!state.hide.has(b.dataset.cell)));
    slider.value = String(state.target);
    slider.setAttribute('aria-valuetext', '1e' + state.target);
    targetText.textContent = power(state.target);
  };
  const showRanking = () => {
    const order = visible().filter((c) => !c.unranked).map((cell) => ({ cell, at: reach(cell) })).sort((a, b) => a.at - b.at || 0);
    const best = order.length ? order[0].at : Infinity;
    ranking.replaceChildren(...order.map(({ cell, at }) => {
      const bar = make('i', { class: 'amount', style: `background:${cell.color};width:${at < Infinity ? share(at, order) : 0}%` });
      const text = at < Infinity ? amount(at) + (at > best && best > 0 ? `, ${Number((at / best).toPrecision(2))}×` : '') : 'not reached';
      return make('li', { class: at < Infinity ? '' : 'none', 'data-cell': cell.label },
          make('span', { class: 'name' }, swatch(cell), cell.label), make('span', { class: 'value' }, text), make('span', { class: 'track' }, bar));
    }));
  };
  const share = (at, order) => {
    const last = Math.max(...order.map((o) => o.at).filter((v) => v < Infinity));
    return last > 0 ? Math.max(0.5, (100 * at) / last) : 0.5;
  };

  const update = (fromAddress) => {
    showControls();
    paint();
    showRanking();
    if (fromAddress !== true) writeAddress();
  };

  document.documentElement.classList.add('scripted');
  if (view.linked) readAddress(view.given);
  update(true);
  if (view.linked) document.getElementById(view.given.has('at') ? 'weights' : 'convergence').scrollIntoView();
  view.onAddress((given) => { readAddress(given); update(true); });
  draw.onWidth(frame, paint);
})();
