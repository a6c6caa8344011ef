// What the scripts of a page share: the data, the address, which keeps the view, and the moment whose weights are shown.
const view = (() => {
  'use strict';
  const source = document.getElementById('data');
  const data = source ? JSON.parse(source.textContent) : { cells: [] };

  // ---- the address -------------------------------------------------------------------------------------------------
  const parse = () => new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');
  let values = parse();
  const readers = [];
  const writes = []; // when the address was last written: browsers refuse hundreds of changes in a few seconds
  let pending = 0;
  const flush = () => {
    pending = 0;
    writes.push(performance.now());
    history.replaceState(null, '', '#' + values);
  };
  const write = (part) => {
    for (const [name, value] of Object.entries(part)) {
      values.delete(name);
      for (const one of [value].flat()) if (one !== null) values.append(name, one);
    }
    while (writes.length && writes[0] < performance.now() - 5000) writes.shift();
    if (pending) return;
    if (writes.length < 30) flush();
    else pending = setTimeout(flush, 250);
  };
  window.addEventListener('hashchange', () => {
    if (!location.hash.includes('=')) return;
    values = parse();
    readers.forEach((read) => read(values));
  });

  // ---- moments: passes at which weights are known, ascending; neighbours closer than a percent are one ---------------
  const moments = [];
  for (const p of data.cells.flatMap((c) => (c.shots ? c.shots.passes : [])).sort((a, b) => a - b)) {
    if (moments.length && p <= moments[moments.length - 1] * 1.01) moments[moments.length - 1] = p;
    else moments.push(p);
  }
  const watchers = [];
  let moment = Math.max(0, moments.length - 1);
  const setMoment = (index) => {
    moment = index;
    watchers.forEach((watch) => watch());
  };
  const nearest = (passes) => {
    const index = moments.findIndex((m) => m >= passes * (1 - 1e-9));
    return index < 0 ? moments.length - 1 : index;
  };
  const readMoment = () => {
    const at = values.get('at');
    const passes = at === null || at.trim() === '' ? NaN : Number(at);
    setMoment(moments.length ? (passes >= 0 ? nearest(passes) : moments.length - 1) : 0);
  };
  readMoment();
  readers.push(readMoment);

  return {
    data,
    moments,
    /** The address's values. */
    get given() { return values; },
    /** Whether the address asked for a view. */
    linked: location.hash.includes('='),
    /** Puts values into the address: a string, a list of strings, or null for none. */
    write,
    /** Calls `read` with the values whenever the address is changed from outside. */
    onAddress(read) { readers.push(read); },
    /** Index of the moment shown. */
    get moment() { return moment; },
    isEnd() { return moment >= moments.length - 1; },
    /** Shows another moment, and says so in the address. */
    goTo(index) {
      setMoment(index);
      write({ at: moment === moments.length - 1 ? null : String(moments[moment]) });
    },
    /** Shows the first moment that is not before `passes`. */
    goToPasses(passes) { this.goTo(nearest(passes)); },
    /** Calls `watch` whenever the moment changes. */
    onMoment(watch) { watchers.push(watch); },
    /** Index of the last of the cell's snapshots that is not after the moment; undefined where it has none. */
    shotOf(cell) {
      if (!cell.shots) return undefined;
      let i = cell.shots.passes.length - 1;
      while (i > 0 && cell.shots.passes[i] > moments[moment] * (1 + 1e-9)) i--;
      return i;
    },
  };
})();
