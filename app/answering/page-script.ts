/*
 * The page's only script, and only where a score came with the link: it tells the server when somebody is there, so that
 * who taps a score in the mail and looks at the page has answered without pressing. Small, for it is part of the first
 * view; `d` document, `k` what was seen, `s` the score told last, `v` the score chosen now.
 */
const script = (atOnce: boolean) =>
  '(d=>{let k,s,f=d.forms.f.elements,v=()=>f.score.value,' +
  'p=()=>{k&&v()!=s&&navigator.sendBeacon(location.pathname,new URLSearchParams({evidence:k,score:s=v(),nonce:f.nonce.value,lang:f.lang.value,auto:+navigator.webdriver}))};' +
  // A pointer that the page moved under has not moved; a program that moves it by script is not trusted.
  'for(let t of["pointerdown","pointermove","keydown","wheel"])addEventListener(t,e=>{' +
  'if(e.isTrusted&&!d.hidden&&d.hasFocus()&&(t!="pointermove"||e.movementX||e.movementY)){k=e.pointerType||t;setTimeout(p,400)}},{passive:true});' +
  'addEventListener("pagehide",p);d.forms.f.onsubmit=()=>{s=v()}' +
  `${atOnce ? ';k="load";p()' : ''}})(document)`

const made = { touch: script(false), load: script(true) }

/** What starts it: a person's touch, or opening the page. */
export type ScriptStart = keyof typeof made

export const pageScript = (start: ScriptStart): string => made[start]
