// The weight maps: the weight under the pointer, a slider along the passes, own scales, and the difference of two solvers.
(() => {
  'use strict';
  const section = document.getElementById('weights');
  if (!section) return;
  const { data } = view;
  const cells = data.cells.filter((c) => c.weights);
  const { width, height, classes } = data;

  const dense = (pairs) => {
    const map = new Float64Array(width * height);
    for (let i = 0; i < pairs.length; i += 2) map[pairs[i]] = pairs[i + 1];
    return map;
  };
  const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  // One bit a weight says whether it is nonzero; then two bytes for each that is, 32767 being the largest.
  const unpacked = (shots, i, classes) => {
    const support = bytes(shots.support[i]);
    const values = new DataView(bytes(shots.values[i]).buffer);
    const maps = Array.from({ length: classes }, () => new Float64Array(width * height));
    let next = 0;
    for (let at = 0; at < classes * width * height; at++) {
      if (!(support[at >> 3] & (1 << (at & 7)))) continue;
      maps[Math.floor(at / (width * height))][at % (width * height)] = (shots.largest[i] * values.getInt16(next, true)) / 32767;
      next += 2;
    }
    return maps;
  };
  cells.forEach((cell) => {
    cell.result = cell.weights.map(dense);
    cell.maps = cell.result;
    cell.unpacked = new Map();
  });
  // The weights of a cell at one of its snapshots, the last of which is the result itself.
  const mapsAt = (cell, i) => {
    if (i === undefined || i === cell.shots.passes.length - 1) return cell.result;
    if (!cell.unpacked.has(i)) cell.unpacked.set(i, unpacked(cell.shots, i, cell.result.length));
    return cell.unpacked.get(i);
  };
  const largest = (maps) => Math.max(0, ...maps.map((map) => map.reduce((a, w) => Math.max(a, Math.abs(w)), 0)));

  // matplotlib's RdBu
  const anchors = ['67001f', 'b2182b', 'd6604d', 'f4a582', 'fddbc7', 'f7f7f7', 'd1e5f0', '92c5de', '4393c3', '2166ac', '053061']
      .map((hex) => [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16)));
  const color = (w, limit) => {
    const t = ((limit > 0 ? Math.max(-1, Math.min(1, w / limit)) : 0) + 1) / 2 * (anchors.length - 1);
    const i = Math.min(anchors.length - 2, Math.floor(t));
    return anchors[i].map((a, c) => Math.round(a + (t - i) * (anchors[i + 1][c] - a)));
  };
  const picture = (map, limit) => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    const image = context.createImageData(width, height);
    map.forEach((w, j) => image.data.set([...color(w, limit), 255], 4 * j));
    context.putImageData(image, 0, 0);
    return canvas.toDataURL();
  };
  const { make } = draw;
  const caption = ({ name, title }) => make('span', title === null ? {} : { title }, 'Class ' + name);
  const number = (w) => (w === 0 ? '0' : (w > 0 ? '+' : '−') + String(Number(Math.abs(w).toPrecision(4))));

  // ---- the weight under the pointer --------------------------------------------------------------------------------
  const tip = make('div', { class: 'readout tip', role: 'status' });
  tip.hidden = true;
  document.body.append(tip);
  const marks = [];
  const clear = () => { tip.hidden = true; marks.splice(0).forEach((m) => m.remove()); };
  const read = (figure, k, j) => {
    const image = figure.querySelector(`img[data-class="${k}"]`);
    const box = image.getBoundingClientRect();
    const row = Math.floor(j / width);
    const column = j % width;
    clear();
    tip.replaceChildren(make('b', {}, `class ${classes[k].name}, row ${row}, column ${column}`), ...figure.readers().map(([name, maps, hue]) =>
        make('div', {}, make('i', { class: 'swatch', style: 'color:' + hue }), name, make('span', {}, number(maps[k][j])))));
    for (const other of document.querySelectorAll(`.map img[data-class="${k}"]`)) {
      const mark = make('i', { class: 'pixel', style: `left:${(100 * column) / width}%;top:${(100 * row) / height}%;width:${100 / width}%;height:${100 / height}%` });
      other.parentElement.append(mark);
      marks.push(mark);
    }
    tip.hidden = false;
    const left = box.left + ((column + 1) * box.width) / width + 10;
    const over = left + tip.offsetWidth > document.documentElement.clientWidth - 8;
    tip.style.left = Math.max(8, over ? box.left + (column * box.width) / width - tip.offsetWidth - 10 : left) + window.scrollX + 'px';
    tip.style.top = box.top + (row * box.height) / height + window.scrollY + 12 + 'px';
  };
  const listen = (figure) => {
    const grid = figure.querySelector('.grid');
    for (const image of grid.querySelectorAll('img')) {
      const hold = make('span', { class: 'hold' });
      image.replaceWith(hold);
      hold.append(image);
    }
    grid.tabIndex = 0;
    grid.setAttribute('role', 'group');
    grid.setAttribute('aria-label', 'Weight maps. Arrows move over the pixels, page up and down over the classes.');
    const at = { k: 0, j: Math.floor(height / 2) * width + Math.floor(width / 2) };
    grid.addEventListener('pointermove', (e) => {
      if (e.target.tagName !== 'IMG') return clear();
      const box = e.target.getBoundingClientRect();
      const column = Math.min(width - 1, Math.max(0, Math.floor(((e.clientX - box.left) / box.width) * width)));
      const row = Math.min(height - 1, Math.max(0, Math.floor(((e.clientY - box.top) / box.height) * height)));
      at.k = Number(e.target.dataset.class);
      at.j = row * width + column;
      read(figure, at.k, at.j);
    });
    grid.addEventListener('pointerleave', clear);
    grid.addEventListener('blur', clear);
    grid.addEventListener('keydown', (e) => {
      if (e.key === 'Escape') return clear();
      const count = classes.length;
      const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -width, ArrowDown: width }[e.key];
      const turn = { PageUp: count - 1, PageDown: 1 }[e.key];
      if (!step && !turn) return;
      e.preventDefault();
      if (turn) at.k = (at.k + turn) % count;
      if (step && at.j + step >= 0 && at.j + step < width * height) at.j += step;
      read(figure, at.k, at.j);
    });
  };
  const all = () => cells.map((c) => [c.label, c.maps, c.color]);
  const figures = [...section.querySelectorAll('figure.map')];
  figures.forEach((figure) => { figure.readers = all; listen(figure); });

  // ---- a slider along the passes, and own scales -------------------------------------------------------------------
  const own = make('input', { type: 'checkbox', id: 'own-scale' });
  const short = (v) => (v !== 0 && Math.abs(v) < 0.01 ? v.toExponential(1).replace('-', '−') : String(Number(v.toPrecision(3))));
  const passesText = (p) => `${Number(p.toPrecision(4))} ${p === 1 ? 'pass' : 'passes'}`;
  const secondsText = (s) => (s >= 1 ? `${Number(s.toPrecision(3))} s` : `${Number((s * 1e3).toPrecision(3))} ms`);
  const momentOf = (cell, i) => {
    const s = cell.shots;
    const gap = s.gap[i] === null ? '' : `, relative gap ${short(s.gap[i])}`;
    const when = s.passes[i] === 0 ? 'at the start' : `after ${passesText(s.passes[i])}, ${secondsText(s.time[i])}`;
    return `${when}${gap}: ${s.nonzeros[i].toLocaleString('en')} nonzero weights, ${s.zeros[i].toFixed(2)} % zeros`;
  };
  const show = (figure) => {
    const cell = figure.cell;
    const limit = own.checked ? largest(cell.maps) : data.limit;
    const i = view.shotOf(cell);
    const ended = i === undefined || i === cell.shots.passes.length - 1;
    figure.querySelectorAll('img').forEach((image) => {
      const k = Number(image.dataset.class);
      image.src = picture(cell.maps[k], limit);
      image.alt = `Weights of class ${classes[k].name} by ${cell.label}` + (ended ? '' : ` after ${passesText(cell.shots.passes[i])}`);
    });
    figure.words.textContent = ended ? figure.wordsAtEnd : momentOf(cell, i);
    figure.scale.textContent = own.checked ? ` · scale ±${short(limit)}` : '';
  };
  figures.forEach((figure) => {
    figure.cell = cells.find((c) => c.label === figure.dataset.cell);
    figure.words = figure.querySelector('figcaption small');
    figure.wordsAtEnd = figure.words.textContent;
    figure.scale = make('small', { class: 'scale' });
    figure.words.after(figure.scale);
  });
  const showOwn = () => {
    section.classList.toggle('own-scale', own.checked);
    figures.forEach(show);
  };
  own.addEventListener('change', () => { view.write({ own: own.checked ? '1' : null }); showOwn(); });

  const slider = make('input', { type: 'range', id: 'scrubber', min: '0', max: String(view.moments.length - 1), step: '1' });
  const at = make('output', { for: 'scrubber' });
  const afterMoment = [];
  const showMoment = () => {
    const words = view.isEnd() ? 'at the end' : 'after ' + passesText(view.moments[view.moment]);
    slider.value = String(view.moment);
    slider.setAttribute('aria-valuetext', words);
    at.textContent = words;
    clear();
    figures.forEach((figure) => {
      const maps = mapsAt(figure.cell, view.shotOf(figure.cell));
      if (maps === figure.cell.maps) return;
      figure.cell.maps = maps;
      show(figure);
    });
    afterMoment.forEach((f) => f());
  };
  slider.addEventListener('input', () => view.goTo(Number(slider.value)));
  const controls = make('div', { class: 'controls scrub' });
  if (view.moments.length > 1) controls.append(make('label', { for: 'scrubber' }, 'The weights ', at), slider);
  controls.append(make('label', { class: 'check' }, own, 'each solver on its own scale'));
  section.querySelector('.bar').after(controls);
  view.onMoment(showMoment);
  const readAddress = (given) => {
    own.checked = given.get('own') === '1';
    showOwn();
  };
  view.onAddress(readAddress);

  // ---- the difference of two solvers -------------------------------------------------------------------------------
  const difference = () => {
    if (cells.length < 2) return;
    const pick = (name, chosen) => {
      const select = make('select', { 'aria-label': name });
      cells.forEach((cell, i) => select.append(make('option', { value: String(i) }, cell.label)));
      select.selectedIndex = chosen;
      return select;
    };
    const first = pick('First solver', 0);
    const second = pick('Second solver', 1);
    const grid = make('div', { class: 'grid' });
    cells[0].maps.forEach((_, k) => grid.append(make('div', {}, caption(classes[k]),
        make('img', { 'data-class': String(k), width: String(width), height: String(height), alt: '' }))));
    const words = make('small', { role: 'status' });
    const figure = make('figure', { class: 'map', id: 'difference' },
        make('figcaption', {}, make('b', {}, 'Difference: ', first, ' − ', second), words), grid);
    const chosen = () => [cells[Number(first.value)], cells[Number(second.value)]];
    const maps = () => {
      const [a, b] = chosen();
      return a.maps.map((map, k) => map.map((w, j) => w - b.maps[k][j]));
    };
    const show = () => {
      const now = maps();
      const limit = largest(now);
      grid.querySelectorAll('img').forEach((image) => {
        const k = Number(image.dataset.class);
        image.src = picture(now[k], limit);
        image.alt = `Difference of the weights of class ${classes[k].name}`;
      });
      const when = view.isEnd() ? '' : ` after ${passesText(view.moments[view.moment])}`;
      words.textContent = limit > 0 ? `largest difference ${short(limit)}${when}, its own scale ±${short(limit)}` : `the weights are the same${when}`;
    };
    const choose = () => { view.write({ minus: chosen().map((c) => c.label) }); show(); };
    const readPair = (given) => {
      given.getAll('minus').slice(0, 2).forEach((label, i) => {
        const index = cells.findIndex((c) => c.label === label);
        if (index >= 0) [first, second][i].selectedIndex = index;
      });
      show();
    };
    figure.readers = () => [...all(), ['difference', maps(), 'transparent']];
    first.addEventListener('change', choose);
    second.addEventListener('change', choose);
    section.querySelector('.maps').append(figure);
    listen(figure);
    afterMoment.push(show);
    view.onAddress(readPair);
    readPair(view.given);
  };
  difference();
  readAddress(view.given);
  showMoment();
})();
