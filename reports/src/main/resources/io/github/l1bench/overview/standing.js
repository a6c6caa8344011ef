// What follows from target and budget below the curves: the tables, the ranks and the map.
(() => {
  'use strict';
  const { make, shape, axis, range, textWidth, fit } = draw;
  const { data, state } = field;
  const percent = (part, all) => (all ? Math.round((100 * part) / all) : 0) + ' %';
  const solverIndex = new Map(data.solvers.map((s, i) => [s.name, i]));
  const within = (table, s, tau) => table.filter((row) => row[s] <= tau).length;
  const put = (cell, value, text, small) => {
    cell.dataset.v = value;
    if (cell.hasAttribute('title')) cell.title = value;
    cell.firstChild.textContent = text;
    const below = cell.querySelector('small');
    if (below) below.textContent = small;
  };

  const say = (id, sentence) => {
    const place = document.getElementById(id);
    place.textContent = sentence;
    place.hidden = !sentence;
  };

  // ---- the table of solvers ----------------------------------------------------------------------------------------
  const solverRows = [...document.querySelectorAll('table.standing tbody tr')];
  const standing = (table, found) => {
    const all = data.instances.length;
    for (const row of solverRows) {
      const s = solverIndex.get(row.dataset.cell);
      [1, 2, 10, 1e300].forEach((tau, i) => {
        const count = within(table, s, tau);
        if (found.solvers.includes(s)) put(row.cells[i + 1], count, String(count), percent(count, all));
        else put(row.cells[i + 1], '', '–', '');
      });
      const mean = found.mean[found.solvers.indexOf(s)];
      put(row.cells[5], mean ?? '', mean === undefined ? '–' : field.fixed(mean, 2), '');
    }
  };

  // ---- who is first on which kind of data --------------------------------------------------------------------------
  const groupRows = [...document.querySelectorAll('table.groups tbody tr')];
  const groups = (table, known) => groupRows.forEach((row, g) => {
    const rows = data.groups[g].map((i) => table[i]);
    const first = data.solvers.map((_, s) => within(rows, s, 1));
    const most = Math.max(...first);
    row.cells[2].textContent = most ? field.list(data.solvers.filter((_, s) => first[s] === most).map((s) => s.name)) : 'nobody';
    first.forEach((count, s) => {
      const cell = row.cells[s + 3];
      if (known.includes(s)) put(cell, count, String(count), within(rows, s, 2) ? '≤ 2× ' + within(rows, s, 2) : '');
      else put(cell, '', '–', '');
      cell.classList.toggle('best', most > 0 && count === most);
    });
  });

  // Where another solver than the winner wins most.
  const where = (table) => {
    const numbers = data.solvers.map((_, s) => [1, 2, 1e300].map((tau) => within(table, s, tau)));
    const order = numbers.map((_, s) => s).sort((a, b) => numbers[b][0] - numbers[a][0] || numbers[b][1] - numbers[a][1] || numbers[b][2] - numbers[a][2]);
    const best = order[0];
    if (best === undefined || !numbers[best][0]) return '';
    const winner = data.solvers[best].name;
    const leading = order.filter((s) => numbers[s][0] === numbers[best][0]).map((s) => data.solvers[s].name);
    const one = leading.length === 1;
    const often = field.list(leading) + (one ? ' wins most often' : ' win equally often');
    const others = new Map();
    let open = false; // whether there are kinds of data on which nobody gets there
    groupRows.forEach((row, g) => {
      const first = data.solvers.map((_, s) => within(data.groups[g].map((i) => table[i]), s, 1));
      const most = Math.max(...first);
      open ||= !most;
      if (!most || first[best] === most) return;
      const leaders = field.list(data.solvers.filter((_, s) => first[s] === most).map((s) => s.name));
      others.set(leaders, [...(others.get(leaders) ?? []), `${row.cells[0].textContent} (${most} of ${data.groups[g].length})`]);
    });
    if (!others.size) return `${often}${one ? '' : `, ${winner} also`} in every family and at every shape, density, size and penalty${open ? ' where anybody gets there' : ''}.`;
    return `${often}${one ? ', but' : `, ${winner}`} not everywhere: ${[...others].map(([leaders, kinds]) => `${leaders} for ${field.list(kinds)}`).join('; ')}.`;
  };

  // ---- the table of instances --------------------------------------------------------------------------------------
  const instanceRows = new Map([...document.querySelectorAll('table.instances tbody tr')].map((row) => [row.dataset.cell, row]));
  const FACTS = 6;
  const instances = (table, known) => data.instances.forEach((instance, i) => {
    const row = instanceRows.get(instance.name);
    row.hidden = state.family !== '' && instance.family !== state.family;
    data.solvers.forEach((_, s) => {
      const cell = row.cells[FACTS + s];
      const r = table[i][s];
      const solved = Number.isFinite(r);
      cell.className = !solved ? 'num none' : r === 1 ? 'num best' : 'num';
      cell.dataset.v = solved ? r : '';
      cell.firstChild.textContent = solved ? field.times(r) : '–';
      const free = field.cost(data, state.by, i, s, state.gap, Infinity);
      const unknown = !known.includes(s);
      const late = !solved && Number.isFinite(free);
      const busy = instance.busy.includes(s) ? ', disturbed' : '';
      cell.querySelector('small').textContent = solved ? field.amount(field.cost(data, state.by, i, s, state.gap, state.budget)) + busy : late ? field.amount(free) + busy : unknown ? 'not known' : instance.brief[s];
      if (solved) cell.removeAttribute('title');
      else cell.title = late ? 'certified, but beyond the budget' : unknown ? 'how many passes it takes is not known' : instance.why[s];
    });
  });
  const families = make('select', { 'aria-label': 'Family' }, make('option', { value: '' }, 'all families'), ...field.families.map((f) => make('option', { value: f }, f)));
  families.addEventListener('change', () => field.set({ family: families.value }));
  const filter = document.getElementById('filter');
  filter.className = 'controls';
  filter.append(make('label', { class: 'check' }, 'Show ', families));

  // ---- mean ranks and cliques --------------------------------------------------------------------------------------
  const ranks = document.getElementById('ranks');
  const NUMBER = 24; // pixels that a rank below the axis asks for
  let found = null;
  const paintRanks = () => {
    const { mean, order, cliques } = found;
    const nameOf = (s) => data.solvers[found.solvers[s]].name;
    const width = Math.min(860, Math.max(280, ranks.clientWidth));
    const longest = Math.max(0, ...data.solvers.map((s) => textWidth(s.name)));
    const names = Math.min(longest, 0.36 * width);
    const bar = width < 560 ? 12 : 18;
    const box = { left: names + 14, right: width - 12 - bar * Math.max(1, cliques.length), top: 34, bottom: 34 + 26 * order.length };
    const height = box.bottom + 44;
    const x = (v) => box.left + 6 + ((v - 1) / Math.max(1, order.length - 1)) * (box.right - box.left - 44);
    const y = (place) => box.top + 26 * (place + 0.5);
    const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' });
    svg.append(shape('text', { class: 'heading', x: 0, y: 14 }, fit(`Mean rank of ${field.MEASURES[state.by].name.toLowerCase()} to ${field.gapWords()}${field.within()}`, width)));
    const step = Math.max(1, Math.ceil(NUMBER / (x(2) - x(1))));
    for (let r = 1; r <= order.length; r += step) {
      svg.append(shape('line', { class: 'rule', x1: x(r), x2: x(r), y1: box.top, y2: box.bottom }));
      svg.append(shape('text', { class: 'tick', x: x(r), y: box.bottom + 16, 'text-anchor': 'middle' }, String(r)));
    }
    svg.append(shape('text', { class: 'axis', x: (box.left + box.right) / 2, y: box.bottom + 36, 'text-anchor': 'middle' }, 'mean rank, 1 is best'));
    order.forEach((s, place) => {
      const { name, color } = data.solvers[found.solvers[s]];
      svg.append(shape('line', { class: 'rule', x1: box.left, x2: box.right - 8, y1: y(place), y2: y(place) }));
      svg.append(shape('text', { class: 'name', x: box.left - 8, y: y(place) + 4, 'text-anchor': 'end' }, fit(name, names)));
      svg.append(shape('circle', { cx: x(mean[s]), cy: y(place), r: 4.5, fill: color }));
      svg.append(shape('text', { class: 'tick halo', x: x(mean[s]) + 8, y: y(place) + 4 }, field.fixed(mean[s], 2)));
    });
    cliques.forEach((clique, c) => {
      const at = box.right + bar * (c + 0.5);
      const places = clique.map((s) => order.indexOf(s)).sort((a, b) => a - b);
      svg.append(shape('line', { class: 'clique', x1: at, x2: at, y1: y(places[0]), y2: y(places[places.length - 1]) }));
      for (const place of places) svg.append(shape('circle', { class: 'knot', cx: at, cy: y(place), r: 4 }));
    });
    ranks.replaceChildren(svg);
    ranks.setAttribute('role', 'img');
    ranks.setAttribute('aria-label', order.map((s) => `${nameOf(s)} ${field.fixed(mean[s], 2)}`).join(', ') + '. Not told apart: '
      + (cliques.map((clique) => clique.map(nameOf).join(' and ')).join('; ') || 'none') + '.');
  };

  // ---- the map -----------------------------------------------------------------------------------------------------
  const PROPERTIES = { shape: 'n / p', density: 'density', unknowns: 'p K', penalty: 'λ / λmax', n: 'n', p: 'p', k: 'K' };
  const places = document.getElementById('places');
  const has = (name) => Object.prototype.hasOwnProperty.call(PROPERTIES, name);
  const chosen = { x: 'shape', y: 'penalty' };
  const choice = (which, words) => {
    const select = make('select', {}, ...Object.entries(PROPERTIES).map(([value, name]) => make('option', { value }, name)));
    select.addEventListener('change', () => {
      chosen[which] = select.value;
      view.write({ ['m' + which]: select.value });
      paintMap(field.winners(field.ratios()));
    });
    return [make('label', { class: 'check' }, words, select), select];
  };
  const [acrossLabel, acrossSelect] = choice('x', 'Across ');
  const [upLabel, upSelect] = choice('y', 'Up ');
  places.before(make('div', { class: 'controls' }, acrossLabel, upLabel));
  const key = make('p', { class: 'note' });
  places.after(key);
  const tip = make('div', { class: 'readout', role: 'status' });
  tip.hidden = true;
  let dots = [];
  const readMap = (given) => {
    for (const which of ['x', 'y']) if (has(given.get('m' + which))) chosen[which] = given.get('m' + which);
    acrossSelect.value = chosen.x;
    upSelect.value = chosen.y;
  };
  readMap(view.given);
  view.onAddress(readMap);
  // The free place nearest to (x, y) on rings of six, twelve ... places around it.
  const apart = (x, y, size) => {
    for (let ring = 0; ring < 12; ring++) {
      const around = Math.max(1, 6 * ring);
      for (let i = 0; i < around; i++) {
        const angle = (2 * Math.PI * i) / around;
        const [px, py] = [x + ring * (size + 1) * Math.cos(angle), y + ring * (size + 1) * Math.sin(angle)];
        if (dots.every((d) => Math.hypot(d.px - px, d.py - py) > size)) return [px, py];
      }
    }
    return [x, y];
  };
  const paintMap = (winners) => {
    const width = Math.min(900, Math.max(280, places.clientWidth));
    const height = width < 480 ? 360 : 440;
    const box = { left: 62, right: width - 10, top: 10, bottom: height - 46 };
    const values = (name) => data.instances.map((i) => i[name]).filter((v) => v > 0);
    const x = axis(range(values(chosen.x), true), true, box.left + 12, box.right - 12);
    const y = axis(range(values(chosen.y), true), true, box.bottom - 12, box.top + 12);
    const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, width, height });
    draw.across(svg, x, true, PROPERTIES[chosen.x], box);
    draw.upward(svg, y, true, PROPERTIES[chosen.y], box);
    dots = [];
    data.instances.forEach((instance, i) => {
      if (!(instance[chosen.x] > 0 && instance[chosen.y] > 0)) return;
      if (state.family !== '' && instance.family !== state.family) return;
      const size = width < 480 ? 8 : 11;
      const [px, py] = apart(x.place(instance[chosen.x]), y.place(instance[chosen.y]), size);
      const winner = data.solvers[winners[i]];
      const words = winner ? `${winner.name}, ${field.amount(field.cost(data, state.by, i, winners[i], state.gap, state.budget))}` : 'nobody';
      const dot = shape('circle', { class: winner ? 'place' : 'place open', cx: px, cy: py, r: size / 2 - 0.5, ...(winner ? { style: 'fill:' + winner.color } : {}) });
      const link = shape('a', instance.page ? { href: instance.page, 'aria-label': `${instance.name}: ${words}` } : {});
      link.append(dot);
      svg.append(link);
      dots.push({ px, py, words, instance });
    });
    places.replaceChildren(svg, tip);
    tip.hidden = true;
    const shown = winners.filter((_, i) => state.family === '' || data.instances[i].family === state.family);
    const counts = data.solvers.map((s, i) => ({ s, count: shown.filter((w) => w === i).length })).filter((e) => e.count).sort((a, b) => b.count - a.count);
    const nobody = shown.filter((w) => w < 0).length;
    key.replaceChildren(...counts.map(({ s, count }) => make('span', { class: 'entry' }, draw.swatch({ ...s, dash: [] }), `${s.name} ${count}`)), ...(nobody ? [make('span', { class: 'entry' }, `nobody ${nobody}`)] : []));
  };
  places.addEventListener('pointermove', (e) => {
    const box = places.getBoundingClientRect();
    const far = dots.map((d) => Math.hypot(d.px - (e.clientX - box.left), d.py - (e.clientY - box.top)));
    const nearest = far.indexOf(Math.min(...far));
    tip.hidden = !(far[nearest] < 14);
    if (tip.hidden) return;
    const { px, py, words, instance } = dots[nearest];
    tip.replaceChildren(make('b', {}, instance.name), make('div', {}, words), make('div', {}, `${instance.title}`), make('div', {}, `n ${field.digits(instance.n)}, p ${field.digits(instance.p)}, K ${instance.k}, λ / λmax ${instance.penalty}`));
    tip.style.left = Math.max(0, Math.min(px + 12, places.clientWidth - tip.offsetWidth)) + 'px';
    tip.style.top = py + 12 + 'px';
  });
  places.addEventListener('pointerleave', () => { tip.hidden = true; });

  field.onChange(() => {
    const table = field.ratios();
    found = ranking.now();
    // pictures first: they ask for the room that they have, which is known until the tables change
    paintRanks();
    paintMap(field.winners(table));
    say('told', ranking.told(found));
    say('where', where(table));
    standing(table, found);
    groups(table, found.solvers);
    instances(table, found.solvers);
    for (const sorted of document.querySelectorAll('table.standing, table.instances')) sorted.dispatchEvent(new Event('renumbered'));
    families.value = state.family;
  });
  draw.onWidth(places, () => {
    paintRanks();
    paintMap(field.winners(field.ratios()));
  });
})();
