import { readable, textOn } from '#app/platform/colour.ts'
import { lineHeightOf, type Language } from '#app/platform/languages.ts'

const light = { page: '#faf9f7', card: '#ffffff', text: '#1d1b16', quiet: '#5d584c', line: '#8f897b', tint: '#f1efea' }
const dark = { page: '#161511', card: '#201e19', text: '#f2efe8', quiet: '#b5ae9f', line: '#7d7668', tint: '#2b2822' }

/**
 * The style of every page that customers see: one small sheet, in the brand's colour, moved until it can be read
 * in both themes.
 */
export const pageStyle = (colour: string, language: Language): string =>
  themeStyle(':root', colour) + bodyOf(language) + rules

/** The colours alone, as variables of one element. */
export const themeStyle = (of: ':root' | ':host', colour: string): string =>
  `${of}{color-scheme:light dark;${theme(light, colour)}}@media(prefers-color-scheme:dark){${of}{${theme(dark, colour)}}}`

/** Fonts of the system that have a script; browsers without a hint may draw Japanese letters in Chinese, or none that join. */
const fonts: Partial<Record<Language, string>> = {
  ja: '"Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo',
  ko: '"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR"',
  'zh-Hans': '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC"',
  'zh-Hant': '"PingFang TC","Microsoft JhengHei","Noto Sans TC","Noto Sans CJK TC"',
  th: 'Thonburi,"Leelawadee UI","Noto Sans Thai"',
  ar: '"Geeza Pro","Noto Sans Arabic"',
  he: '"Arial Hebrew","Noto Sans Hebrew"',
}

/** Where lines break: Japanese between phrases, Korean between words; where a word is too long, anywhere. */
const breaks: Partial<Record<Language, string>> = { ja: ';word-break:auto-phrase', ko: ';word-break:keep-all' }

const bodyOf = (language: Language) =>
  `body{margin:0;background:var(--p);color:var(--t);font:16px/${lineHeightOf(language)} -apple-system,"Segoe UI",${fonts[language] ?? 'Roboto'},sans-serif;overflow-wrap:anywhere${breaks[language] ?? ''}}`

function theme(tones: typeof light, colour: string): string {
  const brand = readable(colour, tones.card, 3.2)
  const link = [tones.page, tones.card, tones.tint].reduce((moved, behind) => readable(moved, behind, 4.6), colour)
  const { page, card, text, quiet, line, tint } = tones
  return `--p:${page};--c:${card};--t:${text};--q:${quiet};--l:${line};--i:${tint};--b:${brand};--o:${textOn(brand)};--a:${link}`
}

const rules = [
  '*{box-sizing:border-box}',
  'main,footer{max-width:640px;margin:0 auto;padding:16px 8px}footer{padding:16px}header{padding:0 8px}',
  'main{padding-bottom:8px}',
  'header{min-height:32px;margin-bottom:12px;font-weight:600}',
  'header img{display:block;max-width:200px;max-height:48px}',
  '.card{background:var(--c);border:1px solid color-mix(in srgb,var(--l) 40%,transparent);border-radius:10px;padding:18px 8px}',
  'h1{font-size:20px;line-height:1.4;margin:0 0 14px;font-weight:600}',
  'p{margin:0 0 12px}',
  'a{color:var(--a)}',
  'fieldset{border:0;margin:0;padding:0;min-width:0}legend{padding:0}',
  '.say{background:var(--i);border-inline-start:4px solid var(--b);padding:10px 12px;margin:0 0 16px;border-radius:4px}',
  '.s{display:grid;grid-template-columns:repeat(6,1fr);gap:4px}',
  '.s.n5{grid-template-columns:repeat(5,1fr)}.s.n7{grid-template-columns:repeat(4,1fr)}',
  '@media(min-width:380px){main,footer{padding:16px}header{padding:0}.card{padding:20px 15px}}',
  '@media(min-width:560px){.s.n11{grid-template-columns:repeat(11,1fr)}.s.n7{grid-template-columns:repeat(7,1fr)}.card{padding:24px}}',
  '.s div{position:relative}',
  '.s input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}',
  '.s label{display:flex;align-items:center;justify-content:center;min-height:48px;border:1px solid var(--l);border-radius:6px;font-weight:600;font-variant-numeric:tabular-nums}',
  '.s input:hover+label{border-color:var(--b);box-shadow:inset 0 0 0 1px var(--b)}',
  '.s input:checked+label{background:var(--b);border-color:var(--b);color:var(--o)}',
  '.s input:focus-visible+label,button:focus-visible,textarea:focus-visible,a:focus-visible,.o input:focus-visible{outline:3px solid var(--a);outline-offset:2px}',
  '.e{display:flex;justify-content:space-between;gap:16px;margin:6px 0 18px;font-size:14px;color:var(--q);overflow-wrap:break-word}.e span+span{text-align:end;flex:none;max-width:60%}',
  '.f{display:block;margin:0 0 6px;font-weight:600}.f span{display:none}',
  '[data-c=low] .f .low,[data-c=mid] .f .mid,[data-c=high] .f .high,[data-c=none] .f .none{display:inline}',
  'textarea{display:block;width:100%;min-height:104px;padding:10px;border:1px solid var(--l);border-radius:6px;background:var(--c);color:var(--t);font:inherit;resize:vertical}',
  'button{font:inherit;cursor:pointer}',
  '.go{display:block;width:100%;min-height:52px;margin-top:14px;padding:10px 16px;border:0;border-radius:8px;background:var(--b);color:var(--o);font-size:17px;font-weight:600}',
  '.as{border:0;padding:0;background:none;color:var(--a);text-decoration:underline;min-height:24px}',
  '.o{display:flex;gap:10px;align-items:flex-start;padding:9px 0;min-height:44px}.o input{width:20px;height:20px;margin:2px 0 0;accent-color:var(--b);flex:none}',
  'footer{font-size:14px;color:var(--q)}footer p{margin:0 0 8px}',
  'footer nav{display:flex;flex-wrap:wrap;gap:8px 18px;margin:12px 0}',
  'small{font-size:12px}',
  '@media(forced-colors:active){.s input:checked+label{outline:3px solid Highlight;forced-color-adjust:none}}',
].join('')

/** Where the browser can, the follow-up question changes with the score while it is chosen. */
export function followUpStyle(scores: { id: string; class: string }[]): string {
  const chosen = (name: string) =>
    scores
      .filter((score) => score.class === name)
      .map((score) => `#${score.id}`)
      .join(',')
  const show = (['low', 'mid', 'high'] as const)
    .map((name) => `form:has(:is(${chosen(name)}):checked) .f .${name}{display:inline}`)
    .join('')
  return `@supports selector(:has(*)){form:has(.s :checked) .f span{display:none}${show}}`
}

/** `.x` stands while the score that came with the link is chosen, `.y` once it is another. */
export const otherStyle =
  'p.x{margin:10px 0 -4px;font-size:14px;color:var(--q)}.y{display:none}form:has(:checked:not([checked])) .x{display:none}form:has(:checked:not([checked])) .y{display:inline}'
