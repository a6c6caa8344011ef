// Tables whose head sorts their rows. A cell sorts by its data-v where it has one; cells without a number come last.
(() => {
  'use strict';

  const key = (row, column) => {
    const cell = row.cells[column];
    const v = cell.dataset.v;
    if (v === undefined) return cell.textContent.trim();
    return v === '' ? NaN : Number(v);
  };

  const compare = (a, b, sign) => {
    if (typeof a === 'string' || typeof b === 'string') return sign * String(a).localeCompare(String(b));
    if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b);
    return sign * (a - b);
  };

  const sort = (table, column, sign) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row, index) => ({ row, index, k: key(row, column) }));
    rows.sort((a, b) => compare(a.k, b.k, sign) || a.index - b.index);
    rows.forEach(({ row }) => body.append(row));
  };

  for (const table of document.querySelectorAll('table.sortable')) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const sign = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
        sort(table, column, sign);
      });
    });
    // Of whoever has written other numbers into the cells.
    table.addEventListener('renumbered', () => {
      const column = heads.findIndex((head) => head.hasAttribute('aria-sort'));
      if (column >= 0) sort(table, column, heads[column].getAttribute('aria-sort') === 'ascending' ? 1 : -1);
    });
  }
})();
