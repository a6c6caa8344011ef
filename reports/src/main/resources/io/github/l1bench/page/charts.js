// The page's figures, drawn from its data as wide as the window allows, and read by pointer, touch and arrow keys.
(() => {
  'use strict';
  const { make, shape, axis, range, textWidth, fit, placer, across, upward } = draw;
  const BOTTOM = 46;
  const number = (v) => String(Number(v.toPrecision(5))).replace('-', '−');
  const pen = (mark) => ({ stroke: mark.color, ...(mark.dash.length ? { 'stroke-dasharray': mark.dash.join(' ') } : {}) });

  const heading = (svg, title, box) => {
    if (title) svg.append(shape('text', { class: 'axis', x: (box.left + box.right) / 2, y: box.top - 10, 'text-anchor': 'middle' }, title));
  };

  // ---- a row for each name, in it points with intervals -----------------------------------------------------------
  const rows = {
    height: (chart, place) => 26 + BOTTOM + chart.rows.length * (place.above ? 42 : 28),
    draw(svg, chart, place, marks) {
      const step = place.above ? 42 : 28;
      const box = { left: place.left, right: place.right, top: place.top + 26, bottom: place.top + 26 + step * chart.rows.length };
      const x = axis(chart, chart.log, box.left, box.right);
      heading(svg, chart.title, box);
      across(svg, x, chart.log, chart.axis, box);
      chart.rows.forEach((row, i) => {
        const y = box.top + step * (i + 1) - 14;
        svg.append(shape('line', { class: 'rule', x1: box.left, x2: box.right, y1: y, y2: y }));
        if (place.above) svg.append(shape('text', { class: 'name', x: box.left, y: y - 11 }, fit(row.name, box.right - box.left)));
        else if (place.names) svg.append(shape('text', { class: 'name', x: box.left - 10, y: y + 4, 'text-anchor': 'end' }, fit(row.name, place.names)));
        if (!row.dots.length) {
          svg.append(shape('text', { class: 'tick halo', x: box.left + 8, y: y + 4 }, fit(row.note, box.right - box.left - 16)));
          marks.push({ x: box.left + 8, y, words: [row.name, [chart.title, row.note].filter(Boolean).join(': ')] });
        }
        row.dots.forEach((dot) => this.dot(svg, chart, row, dot, x, y, box, marks));
      });
    },
    dot(svg, chart, row, dot, x, y, box, marks) {
      const at = x.place(dot.value);
      const low = x.place(Math.max(dot.low, chart.low));
      const high = x.place(Math.min(dot.high, chart.high));
      if (high - low > 8) svg.append(shape('path', { class: 'interval', stroke: row.mark.color, d: `M${low},${y}H${high}M${low},${y - 5}v10M${high},${y - 5}v10` }));
      svg.append(shape('circle', { cx: at, cy: y, r: 4, stroke: row.mark.color, 'stroke-width': 2, style: `fill:${dot.filled ? row.mark.color : 'var(--paper)'}` }));
      const width = textWidth(dot.label);
      const end = Math.max(high, at + 4);
      const right = end + 8 + width <= box.right;
      if (dot.label) svg.append(shape('text', { class: 'name halo', x: right ? end + 7 : Math.min(low, at - 4) - 7 - width, y: y + 4 }, dot.label));
      const interval = dot.low < dot.high ? `, interval ${number(dot.low)} to ${number(dot.high)}` : '';
      marks.push({ x: at, y, words: [row.name, `${[chart.title, chart.axis].filter(Boolean).join(', ')}: ${number(dot.value)}${interval}`] });
    },
  };

  // ---- lines through points ----------------------------------------------------------------------------------------
  const lines = {
    height: () => 340,
    draw(svg, chart, place, marks) {
      const log = [chart.x.logarithmic, chart.y.logarithmic];
      const room = place.right - place.left > 500 ? Math.max(0, ...chart.curves.map((c) => textWidth(fit(c.name, 200)))) + 14 : 14;
      const box = { left: place.left + 54, right: place.right - room, top: place.top + 12, bottom: place.top + this.height() - BOTTOM };
      const ends = (c) => c.y.flatMap((v, i) => [v, v - (c.half[i] ?? 0), v + (c.half[i] ?? 0)]).filter((v) => !log[1] || v > 0);
      const x = axis(range(chart.curves.flatMap((c) => c.x), log[0]), log[0], box.left, box.right);
      const y = axis(range(chart.curves.flatMap(ends), log[1]), log[1], box.bottom, box.top);
      across(svg, x, log[0], chart.x.title, box);
      upward(svg, y, log[1], chart.y.title, box);
      const places = placer({ ...box, right: place.right });
      for (const curve of chart.curves) {
        svg.append(shape('path', { class: 'curve', ...pen(curve.mark), d: curve.x.map((v, i) => `${i ? 'L' : 'M'}${x.place(v)},${y.place(curve.y[i])}`).join('') }));
        curve.x.forEach((v, i) => {
          const [px, py, half] = [x.place(v), y.place(curve.y[i]), curve.half[i] ?? 0];
          if (half > 0) svg.append(shape('path', { class: 'interval', stroke: curve.mark.color, d: `M${px},${y.place(curve.y[i] - half)}V${y.place(curve.y[i] + half)}` }));
          svg.append(shape('circle', { cx: px, cy: py, r: 3.5, fill: curve.mark.color }));
          places.avoid(px, py, 4);
          marks.push({ x: px, y: py, words: [curve.name, `${chart.x.title} ${number(v)}: ${chart.y.title} ${number(curve.y[i])}${half > 0 ? ' ± ' + number(half) : ''}`] });
        });
      }
      for (const c of chart.curves) {
        if (room > 14 && c.x.length) svg.append(places.beside(fit(c.name, 200), x.place(c.x[c.x.length - 1]), y.place(c.y[c.y.length - 1]), 6, c.mark.color));
      }
    },
  };

  // ---- points, trails and lines of reference in a plane, each named beside itself ---------------------------------
  const plane = {
    height: (chart, place) => (place.above ? 340 : 400),
    draw(svg, chart, place, marks) {
      const box = { left: place.left + 54, right: place.right - 8, top: place.top + 26, bottom: place.top + this.height(chart, place) - BOTTOM };
      const x = axis(chart.x, false, box.left, box.right);
      const y = axis(chart.y, false, box.bottom, box.top);
      heading(svg, chart.title, box);
      across(svg, x, false, chart.x.title, box);
      upward(svg, y, false, chart.y.title, box);
      const inside = (v, w) => v >= chart.x.low && v <= chart.x.high && w >= chart.y.low && w <= chart.y.high;
      const places = placer(box);
      for (const rule of chart.rules) {
        const at = rule.horizontal ? y.place(rule.value) : x.place(rule.value);
        const ends = rule.horizontal ? { x1: box.left, x2: box.right, y1: at, y2: at } : { x1: at, x2: at, y1: box.top, y2: box.bottom };
        svg.append(shape('line', { class: 'reference', 'stroke-dasharray': '5 4', ...ends }));
        for (let t = 0; t <= 1; t += 0.02) {
          places.avoid(rule.horizontal ? box.left + t * (box.right - box.left) : at, rule.horizontal ? at : box.top + t * (box.bottom - box.top), 1);
        }
      }
      for (const trail of chart.trails) this.trail(svg, chart, trail, x, y, box, places);
      for (const group of chart.dots.concat(chart.trails.filter((t) => t.dotted).map((t) => ({ ...t, symbol: 'DISC' })))) {
        group.x.forEach((v, i) => {
          if (!inside(v, group.y[i])) return;
          const [px, py] = [x.place(v), y.place(group.y[i])];
          svg.append(this.symbol(group, px, py));
          places.avoid(px, py, 5);
          const note = chart.notes.find((n) => n.x === v && n.y === group.y[i]);
          marks.push({ x: px, y: py, words: [note ? note.text : '', `${chart.x.title}: ${number(v)}; ${chart.y.title}: ${number(group.y[i])}`] });
        });
      }
      for (const rule of chart.rules) svg.append(places.along(rule.label, rule.horizontal, rule.horizontal ? y.place(rule.value) : x.place(rule.value)));
      for (const note of chart.notes) if (inside(note.x, note.y)) svg.append(places.beside(note.text, x.place(note.x), y.place(note.y), 6));
    },
    // Cut off at the ends of the axes.
    trail(svg, chart, trail, x, y, box, places) {
      const clip = shape('svg', { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top });
      const points = trail.x.map((v, i) => [x.place(v), y.place(trail.y[i])]);
      clip.append(shape('path', { class: 'curve', ...pen(trail.mark), d: points.map(([px, py], i) => `${i ? 'L' : 'M'}${px - box.left},${py - box.top}`).join('') }));
      svg.append(clip);
      points.slice(1).forEach(([px, py], i) => {
        const [qx, qy] = points[i];
        const steps = Math.min(60, Math.ceil(Math.hypot(px - qx, py - qy) / 6));
        for (let s = 0; s <= steps; s++) places.avoid(qx + (s / steps || 0) * (px - qx), qy + (s / steps || 0) * (py - qy), 2);
      });
    },
    symbol(group, px, py) {
      const { color } = group.mark;
      if (group.symbol === 'DIAMOND') return shape('path', { class: 'ink', d: `M${px},${py - 6}l6,6l-6,6l-6,-6z` });
      const ring = group.symbol === 'RING';
      return shape('circle', { cx: px, cy: py, r: 4, 'stroke-width': ring ? 2 : 1, style: ring ? `fill:var(--paper);stroke:${color}` : `fill:${color};stroke:var(--paper)` });
    },
  };

  // ---- one figure --------------------------------------------------------------------------------------------------
  const kinds = { rows, lines, plane };
  const layOut = (figure, width) => {
    const { charts } = figure;
    const narrow = width < 640;
    if (charts[0].kind !== 'rows') {
      const beside = !narrow && charts.length > 1;
      const sum = charts.reduce((s, c) => s + (c.width ?? 440), 0);
      let left = 0;
      return charts.map((c) => {
        const own = beside ? (width * (c.width ?? 440)) / sum : Math.min(width, 760);
        const place = { left: beside ? left : 0, right: beside ? left + own - 6 : own, above: narrow, line: beside ? 0 : charts.indexOf(c) };
        left += own;
        return place;
      });
    }
    if (narrow) return charts.map((c, i) => ({ left: 4, right: width - 4, above: true, line: i }));
    const longest = Math.max(...charts[0].rows.map((row) => textWidth(row.name)));
    const names = Math.min(340, longest, 0.4 * width);
    const columns = Math.max(1, Math.min(charts.length, Math.floor((width - names - 24) / 230)));
    const plot = Math.min(columns === 1 ? 560 : 420, (width - names - 24) / columns);
    return charts.map((c, i) => {
      const column = i % columns;
      const left = names + 14 + column * plot;
      return { left, right: left + plot - 22, names: column ? 0 : names, line: Math.floor(i / columns) };
    });
  };
  const mount = (host, figure) => {
    const readout = make('div', { class: 'readout', role: 'status' });
    readout.hidden = true;
    const ring = shape('circle', { class: 'cursor', r: 8, fill: 'none', visibility: 'hidden' });
    let marks = [];
    let current = -1;
    const paint = () => {
      const width = Math.max(280, host.clientWidth);
      const places = layOut(figure, width);
      marks = [];
      const svg = shape('svg', { 'aria-hidden': 'true' });
      let top = 0;
      for (let line = 0; places.some((p) => p.line === line); line++) {
        const row = figure.charts.map((chart, i) => ({ chart, place: places[i] })).filter(({ place }) => place.line === line);
        row.forEach(({ chart, place }) => kinds[chart.kind].draw(svg, chart, { ...place, top }, marks));
        top += Math.max(...row.map(({ chart, place }) => kinds[chart.kind].height(chart, place)));
      }
      svg.setAttribute('viewBox', `0 0 ${width} ${top}`);
      svg.setAttribute('width', width);
      svg.setAttribute('height', top);
      svg.append(ring);
      host.replaceChildren(svg, readout);
      leave();
    };
    const show = (index) => {
      current = index;
      const mark = marks[index];
      ring.setAttribute('cx', mark.x);
      ring.setAttribute('cy', mark.y);
      ring.setAttribute('visibility', 'visible');
      readout.replaceChildren(...mark.words.filter(Boolean).map((words, i) => make(i ? 'div' : 'b', {}, words)));
      readout.hidden = false;
      const left = Math.min(mark.x + 14, host.clientWidth - readout.offsetWidth);
      readout.style.left = Math.max(0, left) + 'px';
      readout.style.top = mark.y + 14 + 'px';
    };
    const leave = () => {
      readout.hidden = true;
      ring.setAttribute('visibility', 'hidden');
    };
    const point = (px, py) => {
      const far = marks.map((m) => Math.hypot(m.x - px, m.y - py));
      const nearest = far.indexOf(Math.min(...far));
      if (far[nearest] < 28) show(nearest);
      else leave();
    };
    draw.reading(host, point, leave);
    host.addEventListener('keydown', (e) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
      if (!step || !marks.length) return;
      e.preventDefault();
      show((current + step + marks.length) % marks.length);
    });
    host.setAttribute('role', 'img');
    host.setAttribute('aria-label', host.dataset.description + ' Arrow keys read the values; the numbers stand in the tables.');
    paint();
    if (figure.legend.length) {
      host.after(make('p', { class: 'note' }, ...figure.legend.map(({ name, mark }) => make('span', { class: 'entry' }, draw.swatch(mark), name))));
    }
    draw.onWidth(host, paint);
  };
  for (const host of document.querySelectorAll('[data-chart]')) mount(host, view.data.figures[host.dataset.chart]);
})();
