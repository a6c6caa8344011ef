// The two staircases, and the legend that hides solvers: the share of instances against the ratio to the fastest, and the
// share of all pairs of instance and target against the cost itself.
(() => {
  'use strict';
  const { make, shape, axis, textWidth, fit } = draw;
  const { data, state } = field;
  const percent = (v) => Math.round(100 * v) + ' %';

  const stairs = (host, curvesOf, titles) => {
    const readout = make('div', { class: 'readout' });
    readout.hidden = true;
    let drawn = null;
    const paint = () => {
      const width = Math.max(280, host.clientWidth);
      const height = width < 480 ? 320 : 400;
      const curves = curvesOf();
      const { title, across, up, words } = titles();
      const reached = curves.flatMap((c) => [c.steps.reached[0], c.steps.reached[c.steps.reached.length - 1]]).filter((v) => v !== undefined);
      const low = reached.length ? Math.min(...reached) : 1;
      const high = Math.max(low * 1.5, ...reached);
      const named = width >= 460;
      const room = named ? Math.min(170, Math.max(0, ...curves.filter((c) => !c.under).map((c) => textWidth(c.name)))) + 14 : 10;
      const box = { left: 50, right: width - room, top: 34, bottom: height - 46 };
      const x = axis({ low, high: high * 1.02 }, true, box.left, box.right);
      const y = axis({ low: 0, high: 100 }, false, box.bottom, box.top);
      const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' });
      svg.append(shape('text', { class: 'heading', x: 0, y: 14 }, fit(title, width)));
      draw.across(svg, x, true, across, box);
      draw.upward(svg, y, false, up, box);
      for (const c of curves) svg.append(line(c, x, y, box));
      const ends = curves.filter((c) => !c.under).map((c) => ({ c, at: y.place(100 * c.steps.share(Infinity)) })).sort((a, b) => a.at - b.at);
      if (named) for (const { c, at } of spread(ends, box)) svg.append(shape('text', { class: 'name', x: box.right + 8, y: at + 4, style: 'fill:' + c.color }, fit(c.name, room - 10)));
      const cursor = shape('line', { class: 'cursor', y1: box.top, y2: box.bottom, visibility: 'hidden' });
      svg.append(cursor);
      host.replaceChildren(svg, readout);
      readout.hidden = true;
      drawn = { x, box, curves, cursor, words, at: null };
    };
    // Names at the ends of curves, moved down or up until none covers another.
    const spread = (ends, box) => {
      ends.forEach((e, i) => { if (i && e.at < ends[i - 1].at + 14) e.at = ends[i - 1].at + 14; });
      let limit = box.bottom + 4;
      for (let i = ends.length - 1; i >= 0; i--) {
        ends[i].at = Math.min(ends[i].at, limit);
        limit = ends[i].at - 14;
      }
      return ends;
    };
    const line = (c, x, y, box) => {
      let d = `M${box.left},${y.place(100 * c.steps.share(x.low)).toFixed(1)}`;
      let last = -1;
      const { reached, count } = c.steps;
      for (let i = 0; i < reached.length; i++) {
        if (reached[i + 1] === reached[i]) continue;
        const at = Math.max(box.left, x.place(reached[i]));
        if (at - last < 0.4 && i < reached.length - 1) continue; // less than a screen shows
        last = at;
        d += `H${at.toFixed(1)}V${y.place((100 * (i + 1)) / count).toFixed(1)}`;
      }
      const path = shape('path', { class: c.under ? 'curve under' : 'curve', d: d + `H${box.right}`, stroke: c.color, 'data-solver': c.name });
      if (c.dash.length) path.setAttribute('stroke-dasharray', c.dash.join(' '));
      return path;
    };
    const leave = () => {
      readout.hidden = true;
      drawn.cursor.setAttribute('visibility', 'hidden');
    };
    const show = (px) => {
      const { x, box, curves, cursor, words } = drawn;
      const at = Math.max(box.left, Math.min(box.right, px));
      drawn.at = at;
      const value = x.back(at);
      cursor.setAttribute('x1', at);
      cursor.setAttribute('x2', at);
      cursor.setAttribute('visibility', 'visible');
      const rows = curves.map((c) => ({ c, share: c.steps.share(value) })).sort((a, b) => b.share - a.share).slice(0, 24);
      readout.replaceChildren(make('b', {}, words(value)), ...rows.map(({ c, share }) => make('div', {}, draw.swatch(c), c.under ? `${c.name}, before` : c.name, make('span', {}, percent(share)))));
      readout.hidden = false;
      const left = at + 14 + readout.offsetWidth > host.clientWidth ? at - 14 - readout.offsetWidth : at + 14;
      readout.style.left = Math.max(0, Math.min(left, host.clientWidth - readout.offsetWidth)) + 'px';
    };
    host.setAttribute('role', 'img');
    host.setAttribute('aria-label', host.dataset.description + ' Left and right arrows read the shares; the numbers stand in the table.');
    draw.reading(host, show, leave);
    host.addEventListener('keydown', (e) => {
      const step = { ArrowRight: 8, ArrowLeft: -8 }[e.key];
      if (!step) return;
      e.preventDefault();
      show((drawn.at ?? drawn.box.left) + step);
    });
    draw.onWidth(host, paint);
    return paint;
  };

  const paintProfile = stairs(document.getElementById('profile'), field.profiles, () => ({
    title: `Certified to ${field.gapWords()}${field.within()}`,
    across: field.MEASURES[state.by].least,
    up: 'instances, %',
    words: (v) => `within ${field.digits(v)}× of the fastest`,
  }));
  const paintRuntime = stairs(document.getElementById('runtime'), field.runtimes, () => ({
    title: `All targets${field.within()}`,
    across: field.MEASURES[state.by].axis,
    up: 'instances × targets, %',
    words: (v) => `by ${field.amount(v)}`,
  }));

  const legend = make('div', { class: 'controls entries' });
  document.querySelector('#profiles .pair').after(legend);
  for (const solver of data.solvers) {
    const toggle = make('button', { type: 'button', class: 'toggle', 'data-solver': solver.name }, draw.swatch(solver), solver.name);
    toggle.addEventListener('click', () => {
      const hide = new Set(state.hide);
      if (!hide.delete(solver.name)) hide.add(solver.name);
      field.set({ hide });
    });
    legend.append(make('span', { class: 'entry' }, toggle));
  }
  if (data.background) legend.append(make('span', { class: 'entry' }, `dotted: run ${data.background.id}`));
  field.onChange(() => {
    paintProfile();
    paintRuntime();
    for (const toggle of legend.querySelectorAll('.toggle')) toggle.setAttribute('aria-pressed', String(!state.hide.has(toggle.dataset.solver)));
  });
})();
