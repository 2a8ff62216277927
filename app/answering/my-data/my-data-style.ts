/** Beside the sheet of all customer pages: long lists of facts, fields of a form, a button that warns. */
export const myDataStyle = [
  'h2{font-size:17px;line-height:1.4;margin:28px 0 8px}',
  'ul.l{list-style:none;margin:0;padding:0}',
  'ul.l>li{border-top:1px solid color-mix(in srgb,var(--l) 40%,transparent);padding:10px 0}',
  'dl{display:grid;grid-template-columns:minmax(96px,max-content) 1fr;gap:2px 14px;margin:0}',
  'dt{color:var(--q)}dd{margin:0;white-space:pre-line}',
  '@media(max-width:379px){dl{grid-template-columns:1fr}dd{margin-bottom:4px}}',
  '.in{display:block;width:100%;min-height:44px;padding:8px 10px;border:1px solid var(--l);border-radius:6px;background:var(--c);color:var(--t);font:inherit}',
  '.in:focus-visible,summary:focus-visible,.a:focus-visible{outline:3px solid var(--a);outline-offset:2px}',
  'label.b{display:block;font-weight:600;margin:14px 0 6px}',
  '.a{display:inline-flex;align-items:center;min-height:44px}',
  'a.go{display:flex;align-items:center;justify-content:center;text-decoration:none}',
  '.two{display:flex;flex-wrap:wrap;gap:4px 20px}',
  '.warn{background:none;color:var(--t);border:2px solid var(--l)}',
  '.card details{border-top:1px solid color-mix(in srgb,var(--l) 40%,transparent)}',
  '.card summary{min-height:44px;padding:10px 0;cursor:pointer;font-weight:600}',
  'details form{padding-bottom:16px}',
].join('')
