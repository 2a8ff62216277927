/** What the pages after an answer need beside the common sheet. */
export const thanksStyle = [
  'h2{font-size:17px;line-height:1.4;margin:0 0 8px;font-weight:600}',
  'section{border-top:1px solid color-mix(in srgb,var(--l) 40%,transparent);margin-top:20px;padding-top:18px}',
  '.q{margin:0 0 22px}.h{font-size:14px;color:var(--q);margin:0 0 8px}',
  '.o span{padding-top:1px}',
  'input[type=tel],select{display:block;width:100%;min-height:48px;padding:8px 10px;border:1px solid var(--l);border-radius:6px;background:var(--c);color:var(--t);font:inherit;margin:0 0 12px}',
  'textarea.sh{min-height:80px}',
  'input:focus-visible,select:focus-visible{outline:3px solid var(--a);outline-offset:2px}',
  '.er{margin:0 0 8px;padding-inline-start:10px;border-inline-start:4px solid #c2410c;font-weight:600}',
  '.b{display:block;width:100%;min-height:48px;margin-top:12px;padding:8px 16px;border:1px solid var(--l);border-radius:8px;background:var(--c);color:var(--t);font-weight:600}',
  '.b.p{background:var(--b);border-color:var(--b);color:var(--o)}',
  '.b.n{border-color:transparent;color:var(--a);font-weight:400;text-decoration:underline}',
  '.tel{padding-block-start:10px}',
  '.big{font-size:18px;font-weight:600}',
  '@media(min-width:560px){.b{width:auto;min-width:180px}}',
  // Where the browser can tell, the number is asked for only by who wants to be called.
  '@supports selector(:has(*)){.tel{display:none}form:has(#w-call:checked) .tel{display:block}}',
].join('')
