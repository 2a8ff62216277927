import { markup, raw } from '#app/answering/html.ts'
import type { Survey } from '#app/answering/page.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { readable } from '#app/platform/colour.ts'
import { directionOf, ownNames, type Language } from '#app/platform/languages.ts'
import { translator, type Locale } from '#app/platform/words.ts'
import { doorWords } from '#app/surveys/doors/door-words.ts'
import { uiWords } from '#app/ui/words.ts'

export interface Poster {
  /** Of the sheet. */
  language: Language
  /** Of who prints it. */
  staff: Locale
  /** Those that the survey speaks. */
  spoken: readonly Language[]
  brand: Survey['brand']
  question: string
  /** Markup of the code. */
  qr: string
  link: string
  back: string
  cspNonce: string
}

/** A sheet of A4 for the wall: who asks, what, and the code. What stands around it on the screen isn't printed. */
export function renderPoster({ language, staff, spoken, brand, question, qr, link, back, cspNonce }: Poster): string {
  const t = translator(language)
  const say = translator(staff)
  const others = spoken.filter((one) => one !== language)
  return markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${say(doorWords.poster)} · ${brand.name}</title><link rel="icon" href="data:,"><style nonce="${cspNonce}">${raw(styleOf(readable(brand.colour, '#ffffff', 4.6)))}</style></head>
<body><nav lang="${staff}"><a href="${back}">${say(uiWords.back)}</a>${others.map((one) => markup`<a href="?language=${one}" lang="${one}">${ownNames[one]}</a>`)}<button type="button" id="print" hidden>${say(doorWords.print)}</button></nav>
<main><header>${brand.logoFileId ? markup`<img src="/files/${brand.logoFileId}" alt="${brand.name}">` : brand.name}</header>
<h1>${question}</h1>
<div class="qr" role="img" aria-label="${t(words.posterScan)}">${raw(qr)}</div>
<p class="scan">${t(words.posterScan)}</p>
<p>${t(words.posterHow)}</p>
<p class="link">${link}</p></main>
<script nonce="${cspNonce}">const b=document.getElementById('print');b.hidden=false;b.onclick=()=>print()</script></body></html>
`.text
}

const styleOf = (colour: string) =>
  [
    '@page{size:A4;margin:0}',
    '*{box-sizing:border-box}',
    `body{margin:0;background:#e9e7e2;color:#1d1b16;font:16px/1.5 -apple-system,"Segoe UI","Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif}`,
    'nav{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;justify-content:center;padding:12px}',
    'nav a{color:#33327a;min-height:44px;line-height:44px}',
    'button{min-height:44px;padding:0 16px;border:0;border-radius:6px;background:#3b3a8f;color:#fff;font:inherit;cursor:pointer}',
    `main{width:210mm;max-width:100%;min-height:min(297mm,141vw);margin:0 auto 24px;padding:8% 9%;background:#fff;border-top:14mm solid ${colour};display:flex;flex-direction:column;align-items:center;text-align:center;gap:3mm;word-break:auto-phrase}`,
    `header{font-size:24px;font-weight:700;color:${colour}}header img{max-height:22mm;max-width:80mm}`,
    'h1{font-size:clamp(22px,5.5vw,38px);line-height:1.35;margin:auto 0 6mm;text-wrap:balance}',
    '.qr{width:92mm;max-width:75%}.qr svg{display:block;width:100%;height:auto}',
    `.scan{font-size:22px;font-weight:600;color:${colour}}`,
    'p{margin:0}.link{margin-top:auto;padding-top:8mm;font-size:11px;color:#5d584c;overflow-wrap:anywhere}',
    '@media print{body{background:#fff;print-color-adjust:exact;-webkit-print-color-adjust:exact}nav{display:none}main{width:210mm;height:297mm;min-height:0;margin:0;padding:18mm 20mm}h1{font-size:38px}}',
  ].join('')
