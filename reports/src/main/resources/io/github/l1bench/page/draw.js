// What every chart is drawn with: elements, axes, and places for labels.
const draw = (() => {
  'use strict';
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const shape = (tag, attributes, text) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const power = (e) => '10' + String(e).replace('.', '·').replace(/[-0-9]/g, (c) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(c)]);
  const swatch = ({ color, dash }) => make('i', { class: dash.length ? 'swatch ring' : 'swatch', style: 'color:' + color });
  const tick = (v, log) => {
    if (!log) return String(Number(v.toPrecision(6)));
    const e = Math.floor(Math.log10(v) + 1e-9);
    if (v / 10 ** e > 1.5 && (e < -4 || e > 5)) return v.toExponential(0).replace('-', '−');
    return v / 10 ** e > 1.5 || (e >= -2 && e <= 3) ? String(Number(v.toPrecision(3))) : power(e);
  };

  // ---- scales ------------------------------------------------------------------------------------------------------
  /** The ends of an axis that shows all of `values` with a little room. */
  const range = (values, log) => {
    let low = Math.min(...values);
    let high = Math.max(...values);
    if (!values.length) [low, high] = [1, 10];
    if (log) {
      const room = Math.max((high / low) ** 0.04, 1.1);
      low /= room;
      high *= room;
    } else {
      const room = (high - low) * 0.05 || Math.abs(high) * 0.1 || 1;
      low = low >= 0 && low < 0.25 * high ? 0 : low - room;
      high += room;
    }
    return { low, high };
  };
  /** An axis from pixel `from` to pixel `to`: places of values, values of places, and round values to mark. */
  const axis = ({ low, high }, log, from, to) => {
    const at = (v) => (log ? Math.log(v / low) / Math.log(high / low) : (v - low) / (high - low));
    const place = (v) => from + at(v) * (to - from);
    const back = (px) => {
      const t = (px - from) / (to - from);
      return log ? low * (high / low) ** t : low + t * (high - low);
    };
    return { place, back, low, high, ticks: ticks(low, high, log, Math.abs(to - from)) };
  };
  const ticks = (low, high, log, length) => {
    const result = [];
    const most = Math.max(2, Math.floor(length / 58));
    if (log) {
      const first = Math.ceil(Math.log10(low));
      const last = Math.floor(Math.log10(high));
      const step = Math.ceil((last - first + 1) / most);
      for (let e = first; e <= last; e += step) result.push(...(last > first ? [1] : [1, 2, 5]).map((f) => f * 10 ** e));
      if (last <= first) result.unshift(...[1, 2, 5].map((f) => f * 10 ** (first - 1)));
      return result.filter((t) => t >= low && t <= high);
    }
    const raw = (high - low) / most;
    const unit = 10 ** Math.floor(Math.log10(raw));
    const step = unit * [1, 2, 5, 10].find((f) => f * unit >= raw);
    for (let i = Math.ceil(low / step); i * step <= high; i++) result.push(i * step);
    return result;
  };

  // ---- labels ------------------------------------------------------------------------------------------------------
  const context = document.createElement('canvas').getContext('2d');
  const { fontFamily } = getComputedStyle(document.body); // asked once: each question waits for the styles of the whole page
  const textWidth = (text, size = 12) => {
    context.font = `${size}px ${fontFamily}`;
    return context.measureText(text).width;
  };
  /** `text`, cut to `width` pixels where it is wider. */
  const fit = (text, width) => {
    let cut = text.slice(0, 400);
    if (cut === text && textWidth(text) <= width) return text;
    while (cut.length > 1 && textWidth(cut + '…') > width) cut = cut.slice(0, -1);
    return cut + '…';
  };
  /** Finds places for labels within `box` that cover neither each other nor what is to be avoided. */
  const placer = (box) => {
    const taken = [];
    const overlaps = (r) => taken.reduce((sum, t) => sum + (r.x < t.x + t.w && t.x < r.x + r.w && r.y < t.y + t.h && t.y < r.y + r.h ? t.cost ?? 1 : 0), 0);
    const outside = (r) => r.x < box.left || r.x + r.w > box.right || r.y < box.top || r.y + r.h > box.bottom;
    const put = (text, candidates, color) => {
      const best = candidates.reduce((a, r) => {
        const cost = overlaps(r) + (outside(r) ? 1000 : 0) + (r.far ?? 0) / 10;
        return cost < a.cost ? { r, cost } : a;
      }, { cost: Infinity }).r;
      taken.push({ ...best, cost: 20 });
      return shape('text', { class: 'name', x: best.x + 1, y: best.y + 12, ...(color ? { style: 'fill:' + color } : {}) }, text);
    };
    return {
      avoid(x, y, r) { taken.push({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }); },
      /** A label near a point, the nearer the better. */
      beside(text, x, y, gap, color) {
        const w = textWidth(text) + 2;
        const candidates = [];
        for (let d = gap; d < gap + 90; d += 6) {
          for (const [dx, dy] of [[1, 0], [-1, 0], [0, -1], [0, 1], [0.8, -0.8], [0.8, 0.8], [-0.8, -0.8], [-0.8, 0.8]]) {
            const left = dx > 0 ? x + dx * d : dx < 0 ? x + dx * d - w : x - w / 2;
            candidates.push({ x: left, y: y + dy * (d + 4) - 8 + (dx === 0 ? dy * 4 : 0), w, h: 16, far: d });
          }
        }
        return put(text, candidates, color);
      },
      /** A label along a line across the box. */
      along(text, horizontal, at) {
        const w = textWidth(text) + 2;
        const candidates = [];
        for (let t = 0; t <= 1; t += 0.05) {
          const x = horizontal ? box.left + 4 + t * (box.right - box.left - w - 8) : at + 4;
          const y = horizontal ? at - 17 : box.top + 2 + t * (box.bottom - box.top - 20);
          candidates.push({ x, y, w, h: 16 });
          candidates.push(horizontal ? { x, y: at + 2, w, h: 16 } : { x: at - 4 - w, y, w, h: 16 });
        }
        return put(text, candidates);
      },
    };
  };

  // ---- grids, and what reads them ----------------------------------------------------------------------------------
  /** Rules, values and title of an axis below `box`; a value that would touch the one before is left out. */
  const across = (svg, x, log, title, box) => {
    let free = -Infinity;
    for (const t of x.ticks) {
      const at = x.place(t);
      svg.append(shape('line', { class: 'rule', x1: at, x2: at, y1: box.top, y2: box.bottom }));
      const half = textWidth(tick(t, log)) / 2;
      if (at - half < free) continue;
      svg.append(shape('text', { class: 'tick', x: at, y: box.bottom + 17, 'text-anchor': 'middle' }, tick(t, log)));
      free = at + half + 6;
    }
    svg.append(shape('text', { class: 'axis', x: (box.left + box.right) / 2, y: box.bottom + 38, 'text-anchor': 'middle' }, title));
  };
  /** The same of an axis left of `box`. */
  const upward = (svg, y, log, title, box) => {
    for (const t of y.ticks) {
      const at = y.place(t);
      svg.append(shape('line', { class: 'rule', x1: box.left, x2: box.right, y1: at, y2: at }));
      svg.append(shape('text', { class: 'tick', x: box.left - 8, y: at + 4, 'text-anchor': 'end' }, tick(t, log)));
    }
    const middle = (box.top + box.bottom) / 2;
    const left = Math.max(12, box.left - 46);
    svg.append(shape('text', { class: 'axis', x: left, y: middle, 'text-anchor': 'middle', transform: `rotate(-90 ${left} ${middle})` }, title));
  };
  /** Paints whenever `host` has become wider or narrower. */
  const onWidth = (host, paint) => {
    let last = host.clientWidth;
    new ResizeObserver(() => {
      if (host.clientWidth === last) return;
      last = host.clientWidth;
      paint();
    }).observe(host);
  };
  /** Calls `point` where a pointer is over `host` and `leave` when it has gone; arrow keys are the caller's. */
  const reading = (host, point, leave) => {
    host.tabIndex = 0;
    for (const type of ['pointermove', 'pointerdown']) {
      host.addEventListener(type, (e) => {
        const box = host.getBoundingClientRect();
        point(e.clientX - box.left, e.clientY - box.top);
      });
    }
    host.addEventListener('pointerleave', leave);
    host.addEventListener('blur', leave);
    host.addEventListener('keydown', (e) => { if (e.key === 'Escape') leave(); });
  };

  return { make, shape, power, tick, swatch, range, axis, textWidth, fit, placer, across, upward, onWidth, reading };
})();
